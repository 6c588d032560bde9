import {
  RoomEvent,
  Track,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client';
import { isShown } from './shown-tracks.ts';

/** Plays everybody's microphone, wherever their tile is. Returns the function that stops it. */
export function playSound(room: Room): () => void {
  const speakers = document.createElement('div');
  speakers.hidden = true;
  document.body.append(speakers);
  const stop = (track: RemoteTrack): void => {
    if (track.kind === Track.Kind.Audio) track.detach().forEach((element) => element.remove());
  };
  const playOf = (participant: RemoteParticipant): void => {
    for (const publication of participant.trackPublications.values()) {
      const { track } = publication;
      if (track?.kind !== Track.Kind.Audio) continue;
      if (!isShown(participant, publication)) stop(track);
      else if (track.attachedElements.length === 0) speakers.append(track.attach());
    }
  };
  const onSubscribed = (
    _track: RemoteTrack,
    _of: RemoteTrackPublication,
    participant: RemoteParticipant,
  ): void => playOf(participant);
  // The microphone that counts may be another one now.
  const onUnpublished = (_gone: RemoteTrackPublication, participant: RemoteParticipant): void =>
    playOf(participant);
  room
    .on(RoomEvent.TrackSubscribed, onSubscribed)
    .on(RoomEvent.TrackUnsubscribed, stop)
    .on(RoomEvent.TrackUnpublished, onUnpublished);
  return () => {
    room
      .off(RoomEvent.TrackSubscribed, onSubscribed)
      .off(RoomEvent.TrackUnsubscribed, stop)
      .off(RoomEvent.TrackUnpublished, onUnpublished);
    speakers.remove();
  };
}
