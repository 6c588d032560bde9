import type { Source } from '../../shared/moderation.ts';
import type { MediaPerson, MediaSource } from '../livekit-people.ts';
import { forbid } from './forbid.ts';
import { maySend } from './rights.ts';
import { personOf, withPerson, type MeetingState } from './state.ts';

/** A client that publishes anew has two for a moment; after so long (ms) it is no moment. */
export const doubledTooLongMs = 3000;

/** What a moderator takes away to end a track of this source. */
const takenWith: Readonly<Record<MediaSource, Source>> = {
  microphone: 'microphone',
  camera: 'camera',
  screen_share: 'screen',
  screen_share_audio: 'screen',
};

/**
 * Who sends two live tracks of one source for too long loses the source, until a moderator gives it back: apps show one
 * of them, so that the other would be heard from somebody who is shown as muted. `people` are all who are in the room.
 */
export function noteDoubledTracks(
  state: MeetingState,
  people: readonly MediaPerson[],
  at: number,
): MeetingState {
  const before = new Map(state.doubled.map((each) => [keyOf(each), each.since]));
  const doubled: MeetingState['doubled'] = [];
  let next = state;
  for (const { identity, tracks } of people) {
    const person = personOf(next, identity);
    if (!person || person.role === 'moderator') continue;
    for (const source of sourcesSentTwice(tracks).filter((each) => maySend(next, person, each))) {
      const since = before.get(keyOf({ identity, source })) ?? at;
      if (at - since < doubledTooLongMs) doubled.push({ identity, source, since });
      else next = withPerson(next, forbid(personOf(next, identity) ?? person, [source]));
    }
  }
  const isSame =
    doubled.length === state.doubled.length &&
    doubled.every((each) => before.get(keyOf(each)) === each.since);
  return isSame ? next : { ...next, doubled };
}

const keyOf = ({ identity, source }: { readonly identity: string; readonly source: Source }): string =>
  `${source} ${identity}`;

function sourcesSentTwice(tracks: MediaPerson['tracks']): readonly Source[] {
  const live = tracks.flatMap(({ source, muted }) => (source === null || muted ? [] : [source]));
  return [
    ...new Set(live.filter((source, n) => live.indexOf(source) !== n).map((source) => takenWith[source])),
  ];
}
