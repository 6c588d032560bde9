import { ConnectionState, RoomEvent, type Participant, type Room } from 'livekit-client';

/** What this app's service writes about somebody (contract: state through LiveKit). */
export const isModerator = (participant: Pick<Participant, 'attributes'>): boolean =>
  participant.attributes['visio.role'] === 'moderator';
export const verifiedAs = (participant: Pick<Participant, 'attributes'>): string | undefined =>
  participant.attributes['visio.verified'];

/** Who is in the room: ourselves first, then in the order of arrival. */
export type Participants = {
  current(): readonly Participant[];
  onChange(listener: () => void): () => void;
};

const changes = [
  RoomEvent.Connected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.Reconnected,
] as const;

export function watchParticipants(room: Room): Participants {
  let list = inOrder(room);
  let waiting = false;
  const listeners = new Set<() => void>();
  const update = (): void => {
    waiting = false;
    // While the connection is lost LiveKit forgets everybody, one event each: they are kept on the screen.
    if (room.state !== ConnectionState.Connected) return;
    list = inOrder(room);
    listeners.forEach((listener) => listener());
  };
  // A hundred arrivals at once are one new list; and by then the room knows that it is reconnecting.
  const soon = (): void => {
    if (!waiting) queueMicrotask(update);
    waiting = true;
  };
  return {
    current: () => list,
    onChange(listener) {
      if (listeners.size === 0) changes.forEach((change) => room.on(change, soon));
      listeners.add(listener);
      soon();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) changes.forEach((change) => room.off(change, soon));
      };
    },
  };
}

const inOrder = (room: Room): readonly Participant[] => [
  room.localParticipant,
  ...[...room.remoteParticipants.values()].sort(byArrival),
];

function byArrival(one: Participant, other: Participant): number {
  const apart = (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0);
  return apart !== 0 ? apart : one.identity.localeCompare(other.identity);
}
