import { ParticipantInfo, ParticipantPermission, TrackSource } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { grantOf, permissionOf, personIn, sameRights, type MediaRights } from './participants.ts';

const none: MediaRights = { mayHear: true, sources: [], attributes: {} };
const some: MediaRights = {
  mayHear: true,
  sources: ['microphone', 'screen_share'],
  attributes: { 'visio.role': 'participant', 'visio.hand': '' },
};
const told = (permission: ParticipantPermission, attributes = {}) =>
  personIn(new ParticipantInfo({ identity: 'a', permission, attributes })).rights;

test('nothing to send is said by the right itself: an empty list of sources is all of them to LiveKit', () => {
  expect(grantOf(none)).toMatchObject({ canPublish: false, canSubscribe: true });
  expect(permissionOf(none)).toMatchObject({ canPublish: false, canSubscribe: true });
  expect(told(new ParticipantPermission({ canPublish: true, canSubscribe: true }))).toBe('others');
});

test('whoever waits on the telephone hears nothing and says nothing', () => {
  expect(grantOf({ ...none, mayHear: false })).toMatchObject({
    canPublish: false,
    canSubscribe: false,
  });
});

test('nobody may send data, neither by the token nor by what is set', () => {
  for (const rights of [none, some, { ...none, mayHear: false }]) {
    expect(grantOf(rights).canPublishData).toBe(false);
    expect(permissionOf(rights).canPublishData).toBe(false);
  }
});

test.each([none, some])('rights that were set are known again', (rights) => {
  const found = told(permissionOf(rights), { 'visio.role': 'participant', 'sip.callID': 'another' });
  expect(typeof found === 'object' && sameRights(found, rights)).toBe(true);
});

test.each([
  ['one source more', { ...some, sources: ['microphone', 'screen_share', 'camera'] }],
  ['another source', { ...some, sources: ['microphone', 'camera'] }],
  ['deaf', { ...some, mayHear: false }],
  ['another role', { ...some, attributes: { 'visio.role': 'moderator' } }],
  ['a raised hand', { ...some, attributes: { ...some.attributes, 'visio.hand': 'now' } }],
] satisfies [string, MediaRights][])('other rights are told apart: %s', (_what, other) => {
  expect(sameRights(other, some)).toBe(false);
});

test('rights that we never give are none of ours', () => {
  const given = { canSubscribe: true, canPublish: true };
  for (const permission of [
    { ...given, canPublishSources: [TrackSource.MICROPHONE], canUpdateMetadata: true },
    { ...given, canPublishSources: [TrackSource.MICROPHONE, TrackSource.UNKNOWN] },
    { ...given, canPublishSources: [TrackSource.MICROPHONE], canPublishData: true },
  ])
    expect(told(new ParticipantPermission(permission))).toBe('others');
});
