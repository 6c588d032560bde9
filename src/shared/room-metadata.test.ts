import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineOf, readRoomMetadata, writeRoomMetadata } from './room-metadata.ts';

const metadata = fc.record({
  /** The years that four digits can tell. */
  expiresAt: fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') }),
  locked: fc.boolean(),
  policy: fc.record({ microphone: fc.boolean(), camera: fc.boolean(), screen: fc.boolean() }),
  spotlight: fc.option(fc.stringMatching(/^[\w+-]{1,60}$/)),
});

test('what the service writes is what an app reads, and the deadline is read by itself too', () => {
  fc.assert(
    fc.property(metadata, (one) => {
      const text = writeRoomMetadata(one);
      expect(text.length).toBeLessThan(250);
      expect(readRoomMetadata(text)).toEqual(one);
      expect(deadlineOf(text)).toBe(one.expiresAt);
    }),
  );
});

test('it is written as the contract says', () => {
  const expiresAt = Date.parse('2026-11-22T13:40:00.000Z');
  const policy = { microphone: false, camera: true, screen: true };
  expect(writeRoomMetadata({ expiresAt, locked: true, policy, spotlight: 'AAECAwQFBgcICQoL' })).toBe(
    '{"v":1,"expiresAt":"2026-11-22T13:40:00.000Z","locked":true,"policy":{"microphone":false,"camera":true,"screen":true},"spotlight":"AAECAwQFBgcICQoL"}',
  );
});

test('members that a later release adds are passed over', () => {
  fc.assert(
    fc.property(
      metadata,
      fc.dictionary(fc.string({ minLength: 10 }), fc.jsonValue({ maxDepth: 1 })),
      (one, added) => {
        const text = JSON.stringify({ ...added, ...(JSON.parse(writeRoomMetadata(one)) as object) });
        fc.pre(text.length <= 10_000);
        expect(readRoomMetadata(text)).toEqual(one);
      },
    ),
  );
});

const written = {
  v: 1,
  expiresAt: '2026-11-22T13:40:00.000Z',
  locked: false,
  policy: { microphone: true, camera: true, screen: true },
};

test('a room of an earlier release, or one that says no identity, has no spotlight', () => {
  for (const spotlight of [undefined, null, '', 7, ['x'], {}])
    expect(readRoomMetadata(JSON.stringify({ ...written, spotlight }))).toMatchObject({ spotlight: null });
});

test.each([
  '',
  'null',
  '[]',
  '{"v":1',
  ...[
    { v: 2 },
    { expiresAt: 'soon' },
    { expiresAt: '2026-11-22T13:40:00Z' },
    { expiresAt: 0 },
    { locked: 'no' },
    { policy: null },
    { policy: { microphone: true, camera: true } },
    { added: 'x'.repeat(10_000) },
  ].map((changed) => JSON.stringify({ ...written, ...changed })),
])('%.60s is no metadata of ours', (text) => {
  expect(readRoomMetadata(JSON.stringify(written))).not.toBeNull();
  expect(readRoomMetadata(text)).toBeNull();
});

test('whatever a room says is read without a throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => [readRoomMetadata(text), deadlineOf(text)]).not.toThrow();
    }),
  );
});
