import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../../shared/moderation.ts';
import type { MediaPerson, MediaSource } from '../../livekit/participants.ts';
import { withdrawSources } from './withdraw-sources.ts';
import { maySend } from '../moderating/rights.ts';
import { personOf, withPerson, type MeetingState } from '../meeting-state.ts';

/**
 * A client that republishes a track has two for a moment: the same two for this long (ms) are not a moment. Neither
 * are changing ones, two of them seen at every reconciliation for the longer time: nobody republishes that often.
 */
const tooLong = { same: 3000, others: 9000 } as const;

type Doubled = MeetingState['doubled'][number];

/** When it has lasted for too long. */
export const duplicateTooLongAt = ({ since, sameSince }: Doubled): number =>
  Math.min(sameSince + tooLong.same, since + tooLong.others);

/** What a moderator takes away to end a track of this source. */
const takenWith: Readonly<Record<MediaSource, Source>> = {
  microphone: 'microphone',
  camera: 'camera',
  screen_share: 'screen',
  screen_share_audio: 'screen',
};

/**
 * Whoever sends two live tracks of one source for too long loses the source, until a moderator gives it back: apps
 * show one of them, so that the other would be heard from somebody who is shown as muted. `people` are all who are in
 * the room.
 */
export function noteDuplicateTracks(
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
    for (const [source, twice] of tracksSentTwice(tracks)) {
      if (!maySend(next, person, source)) continue;
      const now = seenAgain(before.get(keyOf({ identity, source })), { identity, source, twice }, at);
      if (at < duplicateTooLongAt(now)) doubled.push(now);
      else next = withPerson(next, withdrawSources(personOf(next, identity) ?? person, [source]));
    }
  }
  return isDeepStrictEqual(doubled, state.doubled) ? next : { ...next, doubled };
}

type Track = MediaPerson['tracks'][number];
type Seen = Pick<Doubled, 'identity' | 'source'> & { readonly twice: readonly Track[] };

/**
 * Between two reconciliations one duplication may have ended and another begun: it is the same one while two of its
 * tracks of one kind are still there. A picture and its sound are taken together: where both are republished, one of
 * each is left.
 */
function seenAgain(before: Doubled | undefined, { twice, ...seen }: Seen, at: number): Doubled {
  const since = before?.since ?? at;
  const left = severalOfAKind(twice.filter(({ sid }) => before?.tracks.includes(sid)));
  return before && left.length > 0
    ? { ...seen, since, tracks: left.map(sidOf), sameSince: before.sameSince }
    : { ...seen, since, tracks: twice.map(sidOf), sameSince: at };
}

const sidOf = ({ sid }: Track): string => sid;

const severalOfAKind = (tracks: readonly Track[]): Track[] =>
  tracks.filter(({ source }) => tracks.filter((each) => each.source === source).length > 1);

const keyOf = ({ identity, source }: { readonly identity: string; readonly source: Source }): string =>
  `${source} ${identity}`;

/** The live tracks of which there are several of one kind, by what a moderator would take away. */
function tracksSentTwice(tracks: readonly Track[]): ReadonlyMap<Source, Track[]> {
  const twice = new Map<Source, Track[]>();
  for (const track of severalOfAKind(tracks.filter(({ muted }) => !muted))) {
    if (track.source === null) continue;
    const taken = takenWith[track.source];
    twice.set(taken, [...(twice.get(taken) ?? []), track]);
  }
  return twice;
}
