import { once } from 'node:events';
import { Room, RoomEvent, TrackSource, VideoStream, type RemoteTrack } from '@livekit/rtc-node';
import { meetingCalls } from '../../../scripts/probe/meeting-calls.ts';
import { parseInvitationLink } from '../../../src/shared/invitation-link.ts';

/** A frame of what somebody shares; `contrast`: between its darkest and its brightest pixel, of 255. */
type SharedFrame = { readonly width: number; readonly height: number; readonly contrast: number };

/** One of so many pixels is looked at: a prime number, so that no column is left out. */
const everyPixel = 97;

/** Somebody in a meeting who looks at what the others share. */
export type ShareWatcher = {
  /** The latest frame of a share that is on; null where there is none. */
  frame(): SharedFrame | null;
  leave(): Promise<void>;
};

/** Joins by an invitation. */
export async function watchShare(serviceUrl: string, invitation: string): Promise<ShareWatcher> {
  const link = parseInvitationLink(invitation);
  if (!link.ok) throw new Error(link.error);
  const admission = await meetingCalls(serviceUrl)('join', {
    code: link.value.code,
    displayName: 'Marie Gérard',
  });
  if ('waiting' in admission) throw new Error('nobody waits here');
  const room = new Room();
  let last: SharedFrame | null = null;
  let shared: RemoteTrack | null = null;
  async function look(track: RemoteTrack): Promise<void> {
    for await (const { frame } of new VideoStream(track)) {
      // A track that has ended gives a last, empty frame.
      if (shared !== track) return;
      const luma = frame.data
        .subarray(0, frame.width * frame.height)
        .filter((_, at) => at % everyPixel === 0);
      const darkest = luma.reduce((low, each) => Math.min(low, each), 255);
      const brightest = luma.reduce((high, each) => Math.max(high, each), 0);
      last = { width: frame.width, height: frame.height, contrast: brightest - darkest };
    }
  }
  room.on(RoomEvent.TrackSubscribed, (track, { source }) => {
    // It ends with its track, or fails with it: nothing more comes then.
    if (source !== TrackSource.SOURCE_SCREENSHARE) return;
    shared = track;
    void look(track).catch(() => undefined);
  });
  room.on(RoomEvent.TrackUnpublished, ({ source }) => {
    if (source === TrackSource.SOURCE_SCREENSHARE) [shared, last] = [null, null];
  });
  const gone = once(room as never, RoomEvent.Disconnected);
  await room.connect(admission.livekitUrl, admission.livekitToken, { autoSubscribe: true, dynacast: false });
  return {
    frame: () => last,
    async leave() {
      await room.disconnect();
      await gone;
    },
  };
}
