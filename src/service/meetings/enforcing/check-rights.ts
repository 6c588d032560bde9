import type { Source } from '../../../shared/moderation.ts';
import { unreachable } from '../../../shared/result.ts';
import {
  sameRights,
  type MediaPerson,
  type MediaRights,
  type MediaTrack,
} from '../../livekit/participants.ts';
import { withdrawSources } from './withdraw-sources.ts';
import { isSilenced, maySend, rightsOf } from '../moderating/rights.ts';
import {
  isWaitingCaller,
  personOf,
  withPerson,
  type KnownPerson,
  type MeetingState,
} from '../meeting-state.ts';

/** What LiveKit's room needs to agree with the meeting. */
export type RightsCorrections = {
  /** Who has no business there. */
  readonly out: readonly string[];
  /** Whose rights are not what they should be. */
  readonly reset: readonly string[];
  /** Sent without the right to, though LiveKit knows better. */
  readonly mute: readonly { readonly identity: string; readonly sid: string }[];
};

/**
 * Judges people as LiveKit describes them. Whoever passes sound off as a picture loses the source that it was sent under,
 * until a moderator gives it back: LiveKit checks a track's source and not what it is.
 */
export function checkRights(
  state: MeetingState,
  people: readonly MediaPerson[],
): { readonly state: MeetingState; readonly answer: RightsCorrections } {
  const out: string[] = [];
  const reset: string[] = [];
  const mute: { identity: string; sid: string }[] = [];
  let next = state;
  for (const found of people) {
    const { identity } = found;
    let person = personOf(next, identity);
    if (!person || !belongsInside(person)) {
      // Callers come to the room before they come to us; that it is a caller is not told with what they send.
      if (!found.onTelephone && found.rights !== 'untold') out.push(identity);
      continue;
    }
    const abused = abusedBy(next, person, found.tracks);
    if (abused.length > 0) {
      person = withdrawSources(person, abused);
      next = withPerson(next, person);
    }
    const rights = rightsOf(next, person);
    const unfit = found.tracks.filter(({ source }) => source === null || !rights.sources.includes(source));
    if (isSilenced(next, person))
      for (const { sid, muted } of found.tracks) if (!muted) mute.push({ identity, sid });
    if (found.rights === 'untold' ? unfit.length > 0 : !hasRights(found, rights)) reset.push(identity);
    else for (const { sid, muted } of unfit) if (!muted) mute.push({ identity, sid });
  }
  return { state: next, answer: { out, reset, mute } };
}

const hasRights = ({ rights: found }: MediaPerson, wanted: MediaRights): boolean =>
  typeof found === 'object' && sameRights(found, wanted);

/** Lost people are judged by the look: they may have a seat again. */
const belongsInside = (person: KnownPerson): boolean =>
  person.place.kind === 'seated' || person.place.kind === 'lost' || isWaitingCaller(person);

/** What a participant may send and uses for something else. */
function abusedBy(state: MeetingState, person: KnownPerson, tracks: readonly MediaTrack[]): Source[] {
  if (person.role === 'moderator') return [];
  const abused = tracks.map(misused).filter((source) => source !== null);
  return abused.filter((source) => maySend(state, person, source));
}

/** The source whose name a track bears without being of its kind. */
function misused({ kind, source }: MediaTrack): Source | null {
  switch (source) {
    case 'microphone':
      return kind === 'audio' ? null : 'microphone';
    case 'camera':
      return kind === 'video' ? null : 'camera';
    case 'screen_share':
      return kind === 'video' ? null : 'screen';
    case 'screen_share_audio':
      return kind === 'audio' ? null : 'screen';
    case null:
      return null;
    default:
      return unreachable(source);
  }
}
