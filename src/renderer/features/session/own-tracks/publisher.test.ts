import {
  ConnectionState,
  ParticipantEvent,
  RoomEvent,
  Track,
  type LocalTrack,
  type Room,
} from 'livekit-client';
import { expect, test, vi } from 'vitest';
import { createPublishers } from './publisher.ts';

const source = Track.Source.Microphone;
const someTrack = (name: string) => ({ name }) as unknown as LocalTrack;

class Emitter {
  readonly #listeners = new Map<string, ((about?: unknown) => void)[]>();
  on(event: string, listener: (about?: unknown) => void): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }
  emit(event: string, about?: unknown): void {
    this.#listeners.get(event)?.forEach((listener) => listener(about));
  }
}

/** What of livekit-client's room matters here; its events come in the order in which livekit-client sends them. */
function rig() {
  const participant = Object.assign(new Emitter(), {
    permissions: undefined as { canPublish: boolean; canPublishSources: number[] } | undefined,
    trackPublications: new Map<string, { source: Track.Source; track: LocalTrack | undefined }>(),
    publishTrack: vi.fn(async (track: LocalTrack) => enter(track)),
    unpublishTrack: vi.fn(async (track: LocalTrack) => remove(track)),
  });
  const room = Object.assign(new Emitter(), {
    state: ConnectionState.Disconnected,
    localParticipant: participant,
  });
  const enter = (track: LocalTrack, as: Track.Source = source): void => {
    const publication = { source: as, track };
    participant.trackPublications.set(`${participant.trackPublications.size}`, publication);
    room.emit(RoomEvent.LocalTrackPublished, publication);
  };
  const remove = (track: LocalTrack): void => {
    for (const [sid, publication] of participant.trackPublications)
      if (publication.track === track) {
        participant.trackPublications.delete(sid);
        participant.emit(ParticipantEvent.LocalTrackUnpublished, publication);
      }
  };
  const to = (state: ConnectionState): void => {
    room.state = state;
    room.emit(RoomEvent.ConnectionStateChanged, state);
  };
  const publisher = createPublishers(room as unknown as Room)(source);
  const removed: (LocalTrack | null)[] = [];
  const states: string[] = [];
  publisher.onChange((track) => {
    removed.push(track);
    states.push(publisher.state());
  });
  const connect = (): void => {
    to(ConnectionState.Connecting);
    room.emit(RoomEvent.SignalConnected);
    to(ConnectionState.Connected);
  };
  const disconnect = (): void => {
    for (const { track } of participant.trackPublications.values()) if (track) remove(track);
    to(ConnectionState.Disconnected);
    room.emit(RoomEvent.Disconnected);
  };
  return { publisher, participant, removed, states, to, enter, remove, connect, disconnect };
}
const told = (removed: readonly (LocalTrack | null)[]) => removed.filter((track) => track !== null);

test('it is up from the first word of the server on, and down from the moment that nothing is connected', () => {
  const { publisher, states, connect, disconnect } = rig();
  expect(publisher.state()).toBe('down');
  connect();
  expect(states.at(-1)).toBe('up');
  disconnect();
  expect(states.at(-1)).toBe('down');
});

test.each([ConnectionState.Reconnecting, ConnectionState.SignalReconnecting])(
  'while livekit-client is « %s » it is left alone, and the connection counts as another one',
  (state) => {
    const { publisher, connect, to } = rig();
    connect();
    const before = publisher.connection();
    to(state);
    expect(publisher.state()).toBe('repairing');
    expect(publisher.connection()).not.toBe(before);
  },
);

test('a track that the server takes is told as removed', async () => {
  const { removed, connect, enter, remove } = rig();
  connect();
  const track = someTrack('ours');
  enter(track);
  remove(track);
  await Promise.resolve();
  expect(told(removed)).toEqual([track]);
});

test('what livekit-client takes out to publish it again was removed by nobody', async () => {
  const { removed, connect, to, enter, remove } = rig();
  connect();
  const track = someTrack('ours');
  enter(track);
  to(ConnectionState.Reconnecting);
  remove(track);
  await Promise.resolve();
  expect(told(removed)).toEqual([]);
});

test('what the server takes while livekit-client resumes is removed', async () => {
  const { removed, connect, to, enter, remove } = rig();
  connect();
  const track = someTrack('ours');
  enter(track);
  to(ConnectionState.SignalReconnecting);
  remove(track);
  await Promise.resolve();
  expect(told(removed)).toEqual([track]);
});

test('what is taken out because the connection is lost was removed by nobody', async () => {
  const { removed, connect, disconnect, enter } = rig();
  connect();
  enter(someTrack('ours'));
  disconnect();
  await Promise.resolve();
  expect(told(removed)).toEqual([]);
});

test('what we take out ourselves was removed by nobody, and does not count as published any more', async () => {
  const { publisher, removed, connect, enter } = rig();
  connect();
  const track = someTrack('ours');
  enter(track);
  expect(publisher.published()).toEqual([track]);
  await publisher.unpublish(track);
  expect(publisher.published()).toEqual([]);
  expect(told(removed)).toEqual([]);
});

test('a publication of the connection before does not count in the next', () => {
  const { publisher, connect, disconnect, enter } = rig();
  connect();
  disconnect();
  enter(someTrack('late'));
  connect();
  expect(publisher.published()).toEqual([]);
});

test('another source is not ours to look at', () => {
  const { publisher, connect, enter } = rig();
  connect();
  enter(someTrack('picture'), Track.Source.Camera);
  expect(publisher.published()).toEqual([]);
});

test('what the server lets us send is told whenever that changes', () => {
  const { publisher, participant, removed, connect } = rig();
  expect(publisher.isAllowed()).toBe(true);
  connect();
  const allow = (canPublish: boolean, canPublishSources: number[]): boolean => {
    const before = removed.length;
    participant.permissions = { canPublish, canPublishSources };
    participant.emit(ParticipantEvent.ParticipantPermissionsChanged);
    expect(removed.slice(before)).toEqual([null]);
    return publisher.isAllowed();
  };
  expect(allow(true, [2, 1])).toBe(true);
  expect(allow(true, [1, 3])).toBe(false);
  expect(allow(true, [])).toBe(true);
  expect(allow(false, [])).toBe(false);
});
