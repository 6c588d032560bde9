import { expect, test } from 'vitest';
import { readBearer } from './bearer.ts';

const read = (...rawHeaders: string[]) => readBearer({ rawHeaders });

test('the token is what follows Bearer, however the two words are written', () => {
  expect(read('Host', 'x', 'Authorization', 'Bearer a.b-c_d~e+f/g==')).toEqual({
    ok: true,
    value: 'a.b-c_d~e+f/g==',
  });
  expect(read('AUTHORIZATION', 'bearer x')).toEqual({ ok: true, value: 'x' });
});

test('no header is no token; the value of another header is none either', () => {
  expect(read()).toEqual({ ok: true, value: null });
  expect(read('X-Name', 'authorization', 'Host', 'Bearer x')).toEqual({ ok: true, value: null });
});

test.each([
  [''],
  ['Bearer'],
  ['Bearer '],
  ['Bearer  x'],
  ['Bearer x y'],
  ['Bearer x,y'],
  ['Bearer é'],
  ['Bearer "x"'],
  ['Basic eDp5'],
  ['x'],
  [`Bearer ${'x'.repeat(8193)}`],
])('%s is malformed', (header) => {
  expect(read('Authorization', header)).toEqual({ ok: false, error: 'malformed' });
});

test('a header that was sent twice is malformed, even if both say the same', () => {
  expect(read('Authorization', 'Bearer x', 'authorization', 'Bearer x').ok).toBe(false);
});
