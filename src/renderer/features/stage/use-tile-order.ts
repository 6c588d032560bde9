import { RoomEvent, type Participant, type Room } from 'livekit-client';
import { useEffect, useMemo, useState } from 'react';
import { bringForward, keepPlaces, lingerMs } from './layouts/places.ts';

/**
 * The participants in the order of their tiles, of which the first `front` are seen: whoever speaks behind them comes forward.
 * Nobody else moves.
 */
export function useTileOrder(
  room: Room,
  participants: readonly Participant[],
  front: number,
): readonly Participant[] {
  const [spokeAt] = useState(() => new Map<string, number>());
  const [places, setPlaces] = useState<readonly string[]>([]);
  const ordered = useMemo(() => keepPlaces(participants, places), [participants, places]);
  // While it is drawn: whoever comes and goes later finds the places as they are seen now.
  const seen = placesOf(ordered);
  if (seen.length !== places.length || seen.some((identity, place) => identity !== places[place]))
    setPlaces(seen);
  useEffect(() => {
    const lookAgain = { timer: 0 };
    const look = (): void => {
      clearTimeout(lookAgain.timer);
      const speaking = new Set(room.activeSpeakers.map(({ identity }) => identity));
      const now = performance.now();
      for (const identity of speaking) spokeAt.set(identity, now);
      const next = bringForward(ordered, front, { speaking, spokeAt, now });
      if (next.some((person, place) => person !== ordered[place])) setPlaces(placesOf(next));
      // Nothing is told while the same people go on speaking, and in front somebody may have become silent.
      const isBehind = next.slice(front).some(({ identity }) => speaking.has(identity));
      if (isBehind) lookAgain.timer = window.setTimeout(look, lingerMs);
    };
    look();
    room.on(RoomEvent.ActiveSpeakersChanged, look);
    return () => {
      clearTimeout(lookAgain.timer);
      room.off(RoomEvent.ActiveSpeakersChanged, look);
    };
  }, [room, ordered, front, spokeAt]);
  return ordered;
}

/** We ourselves have no identity before we are connected, and always the first place. */
const placesOf = ([, ...others]: readonly Participant[]): readonly string[] =>
  others.map(({ identity }) => identity);
