import { Track, type Participant } from 'livekit-client';
import { expect, test } from 'vitest';
import { trackReferenceKey, camerasOf } from './track-reference.ts';

const people = ['', 'marie', 'paul'].map((identity) => ({ identity }) as Participant);

test('everybody has one tile, with their camera, in the order of the people', () => {
  const references = camerasOf(people);
  expect(references.map(({ participant }) => participant)).toEqual(people);
  expect(new Set(references.map(({ source }) => source))).toEqual(new Set([Track.Source.Camera]));
});

test('no two tiles have the same key, and we have one before the media server has named us', () => {
  const keys = camerasOf(people).map(trackReferenceKey);
  expect(new Set(keys).size).toBe(3);
  expect(keys[0]).toBe('camera me');
});
