import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../shared/moderation.ts';
import type { MediaPerson, MediaSource } from '../livekit-people.ts';
import { forbid } from './forbid.ts';
import { maySend } from './rights.ts';
import { personOf, withPerson, type MeetingState } from './state.ts';

/**
 * A client that publishes anew has two for a moment; the same two for so long (ms) are no moment. Nor are ever other ones,
 * each seen together with another at every look for the longer time: nobody publishes anew that often.
 */
const tooLong = { same: 3000, others: 9000 } as const;

type Doubled = MeetingState['doubled'][number];

/** When it has lasted for too long. */
export const doubledTooLongAt = ({ since, sameSince }: Doubled): number =>
  Math.min(sameSince + tooLong.same, since + tooLong.others);

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
  const before = new Map(state.doubled.map((each) => [keyOf(each), each]));
  const doubled: Doubled[] = [];
  let next = state;
  for (const { identity, tracks } of people) {
    const person = personOf(next, identity);
    if (!person || person.role === 'moderator') continue;
    for (const [source, sids] of tracksSentTwice(tracks)) {
      if (!maySend(next, person, source)) continue;
      const now = seenAgain(before.get(keyOf({ identity, source })), { identity, source, tracks: sids }, at);
      if (at < doubledTooLongAt(now)) doubled.push(now);
      else next = withPerson(next, forbid(personOf(next, identity) ?? person, [source]));
    }
  }
  return isDeepStrictEqual(doubled, state.doubled) ? next : { ...next, doubled };
}

type Seen = Pick<Doubled, 'identity' | 'source' | 'tracks'>;

/** Between two looks a doubling may have ended and another begun: it is the same while two of its tracks are there still. */
function seenAgain(before: Doubled | undefined, seen: Seen, at: number): Doubled {
  const left = before?.tracks.filter((sid) => seen.tracks.includes(sid)) ?? [];
  const since = before?.since ?? at;
  return before && left.length > 1
    ? { ...seen, since, tracks: left, sameSince: before.sameSince }
    : { ...seen, since, sameSince: at };
}

const keyOf = ({ identity, source }: { readonly identity: string; readonly source: Source }): string =>
  `${source} ${identity}`;

/** The ids of the live tracks of which there are several of one kind, by what a moderator would take away. */
function tracksSentTwice(tracks: MediaPerson['tracks']): ReadonlyMap<Source, string[]> {
  const live = tracks.filter(({ muted }) => !muted);
  const twice = new Map<Source, string[]>();
  for (const { sid, source } of live) {
    if (source === null || live.filter((each) => each.source === source).length < 2) continue;
    const taken = takenWith[source];
    twice.set(taken, [...(twice.get(taken) ?? []), sid]);
  }
  return twice;
}
