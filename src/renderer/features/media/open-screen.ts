import { err, ok, type Result } from '../../../shared/result.ts';

/** `not-captured`: what was chosen could not be captured, for example because its window was closed meanwhile. */
type NotOpened = 'released' | 'not-captured';

/** No larger than a picture in which ten-point text is read; more frames than a page that is scrolled needs would blur it. */
const picture: MediaTrackConstraints = {
  width: { max: 2560 },
  height: { max: 1440 },
  frameRate: { ideal: 15, max: 30 },
};

/**
 * Asks the user, by whatever the host has for it, which screen or window to share, and captures it. The caller owns the track and
 * stops it. `released` where the user shares nothing after all, or may not.
 */
export async function openScreen(
  media: Pick<MediaDevices, 'getDisplayMedia'> = navigator.mediaDevices,
): Promise<Result<MediaStreamTrack, NotOpened>> {
  try {
    const [track] = (await media.getDisplayMedia({ video: picture, audio: false })).getVideoTracks();
    return track ? ok(track) : err('not-captured');
  } catch (error) {
    return err(isRefused(error) ? 'released' : 'not-captured');
  }
}

/** Browsers call it `NotAllowedError`; Electron calls it `AbortError` where main does not say which screen. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
