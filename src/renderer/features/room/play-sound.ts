import { RoomEvent, Track, type RemoteTrack, type Room } from 'livekit-client';

/** Plays everybody's sound, wherever their tile is. Returns the function that stops it. */
export function playSound(room: Room): () => void {
  const speakers = document.createElement('div');
  speakers.hidden = true;
  document.body.append(speakers);
  const play = (track: RemoteTrack): void => {
    if (track.kind === Track.Kind.Audio) speakers.append(track.attach());
  };
  const stop = (track: RemoteTrack): void => {
    if (track.kind === Track.Kind.Audio) track.detach().forEach((element) => element.remove());
  };
  room.on(RoomEvent.TrackSubscribed, play).on(RoomEvent.TrackUnsubscribed, stop);
  return () => {
    room.off(RoomEvent.TrackSubscribed, play).off(RoomEvent.TrackUnsubscribed, stop);
    speakers.remove();
  };
}
