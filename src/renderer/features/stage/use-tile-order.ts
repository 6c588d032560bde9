import { RoomEvent, type Participant, type Room } from 'livekit-client';
import { useEffect, useMemo, useState } from 'react';
import { orderTiles } from './order-tiles.ts';

/** The participants in the order of their tiles; only in a meeting of several pages do speakers come forward. */
export function useTileOrder(
  room: Room,
  participants: readonly Participant[],
  pageSize: number,
): readonly Participant[] {
  const [spokeAt] = useState(() => new Map<string, number>());
  const [forward, setForward] = useState<readonly string[]>([]);
  useEffect(() => {
    if (participants.length <= pageSize) return undefined;
    const listen = (speakers: readonly Participant[]): void => {
      const speaking = new Set(speakers.map(({ identity }) => identity));
      for (const identity of speaking) spokeAt.set(identity, performance.now());
      setForward((before) => {
        const order = orderTiles(participants, before, speaking, spokeAt, pageSize).map(
          ({ identity }) => identity,
        );
        return order.every((identity, place) => identity === before[place]) ? before : order;
      });
    };
    room.on(RoomEvent.ActiveSpeakersChanged, listen);
    return () => void room.off(RoomEvent.ActiveSpeakersChanged, listen);
  }, [room, participants, pageSize, spokeAt]);
  return useMemo(
    () => orderTiles(participants, forward, nobody, spokeAt, pageSize),
    [participants, forward, pageSize, spokeAt],
  );
}

const nobody: ReadonlySet<string> = new Set();
