import { RemoteParticipant, RoomEvent, Track, type Participant, type Room } from 'livekit-client';
import { useEffect } from 'react';
import { isShown } from '../session/subscriptions.ts';

/** Receives the pictures of those whose tile is on this page only; everybody is heard all the same. */
export function useVisibleVideos(
  room: Room,
  participants: readonly Participant[],
  visible: readonly Participant[],
): void {
  useEffect(() => {
    const choose = (): void => {
      const shown = new Set(visible);
      for (const participant of participants) {
        const camera = participant.getTrackPublication(Track.Source.Camera);
        if (!(participant instanceof RemoteParticipant) || !camera) continue;
        const publication = participant.trackPublications.get(camera.trackSid);
        const wanted = shown.has(participant) && isShown(participant, camera);
        if (publication && publication.isDesired !== wanted) publication.setSubscribed(wanted);
      }
    };
    choose();
    room.on(RoomEvent.TrackPublished, choose).on(RoomEvent.TrackUnpublished, choose);
    return () => void room.off(RoomEvent.TrackPublished, choose).off(RoomEvent.TrackUnpublished, choose);
  }, [room, participants, visible]);
}
