import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { testEnvironment } from '../testing/test-service.ts';

const read = (trunk: string, number: string) =>
  readConfig({ ...testEnvironment(), VISIO_SIP_TRUNK_ID: trunk, VISIO_SIP_NUMBER: number });

test.each(['+33123456789', '+33 1 23 45 67 89', '+49 30 123456'])(
  '%s is a number that people can dial',
  (number) => {
    expect(read('ST_4rZ', number)).toMatchObject({
      ok: true,
      value: { telephone: { trunkId: 'ST_4rZ', number } },
    });
  },
);

test.each([
  '01 23 45 67 89',
  '+33',
  '+33  1 23 45 67 89',
  '+33 (0)1 23 45 67 89',
  'tel:+33123456789',
  '+33123456789012345',
])('%s is not: an invitation could not hold it as a link to call', (number) => {
  expect(read('ST_4rZ', number)).toEqual({
    ok: false,
    error: [expect.stringMatching(/^VISIO_SIP_NUMBER: must/)],
  });
});

test('a trunk without a number, or a number without a trunk, is a mistake; without both there is no telephone', () => {
  expect(read('ST_4rZ', '')).toEqual({
    ok: false,
    error: [expect.stringMatching(/^VISIO_SIP_NUMBER: is missing/)],
  });
  expect(read('', '+33123456789')).toEqual({
    ok: false,
    error: [expect.stringMatching(/^VISIO_SIP_TRUNK_ID: is missing/)],
  });
  expect(read('', '')).toMatchObject({ ok: true, value: { telephone: null } });
});
