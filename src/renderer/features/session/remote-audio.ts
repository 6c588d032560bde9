import {
  RoomEvent,
  Track,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client';
import { countDevices } from '../media/explain-device.ts';
import { followDevices } from '../media/follow-devices.ts';
import { isShown } from './shown-sources.ts';

/** Plays everybody's microphone, wherever their tile is. Returns the function that stops it. */
export function playRemoteAudio(room: Room): () => void {
  const speakers = document.createElement('div');
  speakers.hidden = true;
  document.body.append(speakers);
  // When somebody leaves, livekit-client (2.23) detaches their track before it tells of it: by then it names no element any more.
  const elements = new Map<RemoteTrack, HTMLMediaElement>();
  const stop = (track: RemoteTrack): void => {
    if (track.kind === Track.Kind.Audio) track.detach();
    elements.get(track)?.remove();
    elements.delete(track);
  };
  const play = (track: RemoteTrack): void => {
    if (elements.has(track)) return;
    const element = track.attach();
    elements.set(track, element);
    speakers.append(element);
  };
  const playOf = (participant: RemoteParticipant): void => {
    for (const publication of participant.trackPublications.values()) {
      const { track } = publication;
      if (track?.kind !== Track.Kind.Audio) continue;
      if (!isShown(participant, publication)) stop(track);
      else play(track);
    }
  };
  const onSubscribed = (
    _track: RemoteTrack,
    _of: RemoteTrackPublication,
    participant: RemoteParticipant,
  ): void => playOf(participant);
  // Another of their microphones may now be the one that is shown.
  const onUnpublished = (_gone: RemoteTrackPublication, participant: RemoteParticipant): void =>
    playOf(participant);
  // Chromium 130 plays nothing more through elements that lost all speakers, as with a sound server that was restarted.
  const playAnew = (): void => {
    for (const participant of room.remoteParticipants.values()) {
      for (const { track } of participant.trackPublications.values()) if (track) stop(track);
      playOf(participant);
    }
  };
  const unfollow = onSpeakersBack(playAnew);
  room
    .on(RoomEvent.TrackSubscribed, onSubscribed)
    .on(RoomEvent.TrackUnsubscribed, stop)
    .on(RoomEvent.TrackUnpublished, onUnpublished);
  return () => {
    unfollow();
    room
      .off(RoomEvent.TrackSubscribed, onSubscribed)
      .off(RoomEvent.TrackUnsubscribed, stop)
      .off(RoomEvent.TrackUnpublished, onUnpublished);
    speakers.remove();
  };
}

/** Tells when there are speakers again after there were none, until the returned function is called. */
function onSpeakersBack(tell: () => void): () => void {
  let had = true;
  const look = async (): Promise<void> => {
    const has = (await countDevices('speaker', navigator.mediaDevices)) !== 0;
    if (has && !had) tell();
    had = has;
  };
  return followDevices(() => void look());
}
