import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readParticipantAttributes,
  roles,
  verifications,
  writeParticipantAttributes,
} from './participant-attributes.ts';

/** The years that four digits can tell. */
const time = fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') });
const attributes = fc.record({
  role: fc.constantFrom(...roles),
  verified: fc.constantFrom(...verifications),
  hand: fc.option(time),
  interpreter: fc.boolean(),
});

test('what the service writes is what the app reads, whatever else stands beside it', () => {
  fc.assert(
    fc.property(attributes, fc.dictionary(fc.string(), fc.string()), (one, others) => {
      expect(readParticipantAttributes({ ...others, ...writeParticipantAttributes(one) })).toEqual(one);
    }),
  );
});

test('each is one of few words, or a time of 24 characters', () => {
  fc.assert(
    fc.property(attributes, (one) => {
      for (const value of Object.values(writeParticipantAttributes(one)))
        expect(value.length).toBeLessThanOrEqual(24);
    }),
  );
});

test('they are called as the contract says', () => {
  const at = Date.parse('2026-11-22T09:00:00.000Z');
  expect(
    writeParticipantAttributes({ role: 'moderator', verified: 'agent', hand: at, interpreter: true }),
  ).toEqual({
    'visio.role': 'moderator',
    'visio.verified': 'agent',
    'visio.hand': '2026-11-22T09:00:00.000Z',
    'visio.interpreter': 'true',
  });
  expect(
    writeParticipantAttributes({ role: 'participant', verified: 'guest', hand: null, interpreter: false }),
  ).toMatchObject({
    'visio.hand': '',
    'visio.interpreter': '',
  });
});

const nothing = { role: 'participant', verified: undefined, hand: null, interpreter: false };

test.each([
  {},
  { 'visio.role': 'chair', 'visio.verified': 'yes', 'visio.hand': 'now', 'visio.interpreter': 'yes' },
  { role: 'moderator', verified: 'agent', 'visio.role': 'MODERATOR' },
  {
    'visio.role': '',
    'visio.verified': '',
    'visio.hand': '2026-02-30T09:00:00.000Z',
    'visio.interpreter': 'TRUE',
  },
])('%o gives nobody a role, a mark or a hand, and makes nobody an interpreter', (written) => {
  expect(readParticipantAttributes(written as Readonly<Record<string, string>>)).toEqual(nothing);
});

test('whatever a service writes is read without a throw', () => {
  const name = fc.constantFrom('visio.role', 'visio.verified', 'visio.hand', 'visio.interpreter');
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (written) => {
      expect(() => readParticipantAttributes(written)).not.toThrow();
    }),
  );
});
