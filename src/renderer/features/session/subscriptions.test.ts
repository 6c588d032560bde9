import { RoomEvent, Track, type RemoteParticipant, type Room } from 'livekit-client';
import { expect, test } from 'vitest';
import { isShown } from './shown-sources.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';

type Published = {
  source: Track.Source;
  kind: Track.Kind;
  isDesired: boolean;
  setSubscribed(wanted: boolean): void;
};

const publish = (source: Track.Source, kind: Track.Kind): Published => ({
  source,
  kind,
  isDesired: true,
  setSubscribed(wanted) {
    this.isDesired = wanted;
  },
});
const microphone = (): Published => publish(Track.Source.Microphone, Track.Kind.Audio);
const camera = (): Published => publish(Track.Source.Camera, Track.Kind.Video);

/** The few members of LiveKit's participant that matter here. */
function person(...published: Published[]) {
  const trackPublications = new Map(published.map((one, index) => [`TR_${index}`, one]));
  return {
    trackPublications,
    getTrackPublication: (source: Track.Source) =>
      [...trackPublications.values()].find((one) => one.source === source),
  } as unknown as RemoteParticipant;
}

/** A room that tells its listeners what the test says with `tell`. */
function enter(...people: RemoteParticipant[]): {
  tell: (event: RoomEvent, ...about: unknown[]) => void;
  subscriptions: Subscriptions;
  stop: () => void;
} {
  const listeners = new Map<RoomEvent, (...about: unknown[]) => void>();
  const room = {
    remoteParticipants: new Map(people.map((one, index) => [`${index}`, one])),
    on(event: RoomEvent, listener: () => void) {
      listeners.set(event, listener);
      return room;
    },
    off(event: RoomEvent, listener: () => void) {
      if (listeners.get(event) === listener) listeners.delete(event);
      return room;
    },
  };
  const subscriptions = createSubscriptions(room as unknown as Room);
  const stop = subscriptions.start();
  const tell = (event: RoomEvent, ...about: unknown[]): void => listeners.get(event)?.(...about);
  tell(RoomEvent.Connected);
  return { tell, subscriptions, stop };
}
const received = (of: RemoteParticipant): boolean[] =>
  [...of.trackPublications.values()].map(({ isDesired }) => isDesired);

test('a microphone and a camera are received, and nothing beside them', () => {
  const marie = person(microphone(), camera());
  const mallory = person(
    microphone(),
    microphone(),
    camera(),
    camera(),
    publish(Track.Source.ScreenShare, Track.Kind.Audio),
    publish(Track.Source.Unknown, Track.Kind.Audio),
  );
  enter(marie, mallory);
  expect(received(marie)).toEqual([true, true]);
  expect(received(mallory)).toEqual([true, false, true, false, false, false]);
});

test('sound that is published as a camera is not heard from somebody who is shown as muted', () => {
  const mallory = person(publish(Track.Source.Camera, Track.Kind.Audio));
  enter(mallory);
  expect(received(mallory)).toEqual([false]);
});

test('what is published later is judged as well', () => {
  const mallory = person(microphone());
  const { tell } = enter(mallory);
  const second = microphone();
  mallory.trackPublications.set('TR_later', second as never);
  tell(RoomEvent.TrackPublished, second, mallory);
  expect(received(mallory)).toEqual([true, false]);
});

test('when the first microphone is gone the next one is the one that is shown, and heard', () => {
  const marie = person(microphone(), microphone());
  const { tell } = enter(marie);
  const [first] = marie.trackPublications.entries();
  marie.trackPublications.delete(first?.[0] ?? '');
  tell(RoomEvent.TrackUnpublished, first?.[1], marie);
  expect(received(marie)).toEqual([true]);
});

test('a picture that no tile wants stays unwanted', () => {
  const hidden = camera();
  hidden.isDesired = false;
  const marie = person(hidden);
  enter(marie);
  expect(received(marie)).toEqual([false]);
  expect(isShown(marie, hidden as never)).toBe(true);
});

test('the stage chooses whose pictures are received; everybody is heard all the same', () => {
  const [marie, paul] = [person(microphone(), camera()), person(microphone(), camera())];
  const { subscriptions } = enter(marie, paul);
  const [hers, his] = [marie, paul].map((participant) => ({ participant, source: Track.Source.Camera }));
  if (!hers || !his) throw new Error('two people have two pictures');
  subscriptions.choosePictures([hers], [his]);
  expect(received(marie)).toEqual([true, true]);
  expect(received(paul)).toEqual([true, false]);
  subscriptions.choosePictures([his], [hers]);
  expect(received(marie)).toEqual([true, false]);
  expect(received(paul)).toEqual([true, true]);
});

test('a camera that is turned on by somebody without a place on the stage is not received', () => {
  const paul = person(microphone());
  const { tell, subscriptions } = enter(paul);
  subscriptions.choosePictures([], [{ participant: paul, source: Track.Source.Camera }]);
  const later = camera();
  paul.trackPublications.set('TR_later', later as never);
  tell(RoomEvent.TrackPublished, later, paul);
  expect(received(paul)).toEqual([true, false]);
});

test('what is no picture of theirs is not received, whatever the stage draws', () => {
  const mallory = person(publish(Track.Source.Camera, Track.Kind.Audio), camera());
  const { subscriptions } = enter(mallory);
  subscriptions.choosePictures([{ participant: mallory, source: Track.Source.Camera }], []);
  expect(received(mallory)).toEqual([false, false]);
});

test('once it was stopped, what happens in the room changes nothing', () => {
  const mallory = person(microphone());
  const { tell, stop } = enter(mallory);
  stop();
  const second = microphone();
  mallory.trackPublications.set('TR_later', second as never);
  tell(RoomEvent.Connected);
  tell(RoomEvent.TrackPublished, second, mallory);
  tell(RoomEvent.TrackUnpublished, second, mallory);
  expect(received(mallory)).toEqual([true, true]);
});
