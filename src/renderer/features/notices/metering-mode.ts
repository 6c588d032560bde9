import { openedAs } from '../media/opened-as.ts';
import type { OwnTrackState } from '../session/own-tracks/own-track.ts';

/**
 * How our microphone is measured: as on, as muted, or not at all (null). `active` is the id of the device that LiveKit uses. A
 * device that is chosen while muted is opened when it is unmuted (livekit-client 2.23): until then the previous one is still
 * open, and nobody speaks into it any more.
 */
export function meteringMode(
  state: OwnTrackState,
  media: MediaStreamTrack | null,
  active: string,
): 'on' | 'muted' | null {
  if (media === null) return null;
  if (state === 'on') return 'on';
  return state === 'off' && openedAs(media).id === active ? 'muted' : null;
}
