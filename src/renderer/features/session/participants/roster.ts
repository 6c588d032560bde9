import { ConnectionState, RoomEvent, type Participant, type Room } from 'livekit-client';
import { createNamesakeFinder } from './find-namesakes.ts';

export type Roster = {
  /** Ourselves first, then in the order of arrival. */
  readonly participants: readonly Participant[];
  /** Identities of those who are called like a verified agent and are none; also of some who have left. */
  readonly unverified: ReadonlySet<string>;
};

const comings = [
  RoomEvent.Connected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.Reconnected,
] as const;
const namings = [RoomEvent.ParticipantNameChanged, RoomEvent.ParticipantAttributesChanged] as const;

/** Who is in the room; `current` stays the same object until that has changed. */
export function watchRoster(room: Room): { current(): Roster; onChange(listener: () => void): () => void } {
  const findUnverified = createNamesakeFinder();
  const read = (participants: readonly Participant[]): Roster => ({
    participants,
    unverified: findUnverified(participants),
  });
  let roster = read(inOrder(room));
  let waiting = false;
  let cameOrWent = false;
  const listeners = new Set<() => void>();
  const update = (): void => {
    waiting = false;
    // When the connection is lost, LiveKit removes all participants one by one: we keep them on the screen.
    if (room.state !== ConnectionState.Connected) return;
    const before = roster;
    const now = read(cameOrWent ? inOrder(room) : before.participants);
    cameOrWent = false;
    // Attributes also change for raised hands and roles, which do not concern the roster.
    if (now.participants === before.participants && now.unverified === before.unverified) return;
    roster = now;
    listeners.forEach((listener) => listener());
  };
  // One update for a hundred arrivals; and by the time it runs, the room knows that it is reconnecting.
  const soon = (): void => {
    if (!waiting) queueMicrotask(update);
    waiting = true;
  };
  const come = (): void => {
    cameOrWent = true;
    soon();
  };
  return {
    current: () => roster,
    onChange(listener) {
      if (listeners.size === 0) {
        comings.forEach((event) => room.on(event, come));
        namings.forEach((event) => room.on(event, soon));
      }
      listeners.add(listener);
      come();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        comings.forEach((event) => room.off(event, come));
        namings.forEach((event) => room.off(event, soon));
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
