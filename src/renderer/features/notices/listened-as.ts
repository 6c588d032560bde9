import { openedAs } from '../media/opened-as.ts';
import type { OwnTrackState } from '../session/own-tracks/own-track.ts';

/**
 * As what our microphone is measured; null: not at all. `active`: the id of the device that LiveKit uses. One that is chosen
 * while the microphone is muted is opened when it is unmuted (livekit-client 2.23): until then the one before is still open,
 * and nobody speaks into it any more.
 */
export function listenedAs(
  state: OwnTrackState,
  media: MediaStreamTrack | null,
  active: string,
): 'on' | 'muted' | null {
  if (media === null) return null;
  if (state === 'on') return 'on';
  return state === 'off' && openedAs(media).id === active ? 'muted' : null;
}
