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

/** What has to be changed in LiveKit's room so that it agrees with the meeting. */
export type RightsCorrections = {
  /** People who must leave the room. */
  readonly out: readonly string[];
  /** Whose rights are not what they should be. */
  readonly reset: readonly string[];
  /** Tracks sent without the right to, although LiveKit knows the rights. */
  readonly mute: readonly { readonly identity: string; readonly sid: string }[];
};

/**
 * Compares people as LiveKit describes them with what they may do. Sending sound under the name of a picture costs
 * the source it was sent as, until a moderator gives it back: LiveKit checks a track's source, not its kind.
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
      // Callers are in the room before we hear of them; a webhook about a track does not say that its sender is a
      // caller.
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

/** People who are lost are handled by the reconciliation: they may get a seat again. */
const belongsInside = (person: KnownPerson): boolean =>
  person.place.kind === 'seated' || person.place.kind === 'lost' || isWaitingCaller(person);

/** What a participant may send and uses for something else. */
function abusedBy(state: MeetingState, person: KnownPerson, tracks: readonly MediaTrack[]): Source[] {
  if (person.role === 'moderator') return [];
  const abused = tracks.map(misused).filter((source) => source !== null);
  return abused.filter((source) => maySend(state, person, source));
}

/** The source under whose name a track of the wrong kind is sent. */
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
