import {
  RoomEvent,
  Track,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  type TrackPublication,
} from 'livekit-client';

/** What the screen tells of a person: the microphone by its sign, the camera by its picture. */
const kinds: Readonly<Partial<Record<Track.Source, Track.Kind>>> = {
  [Track.Source.Microphone]: Track.Kind.Audio,
  [Track.Source.Camera]: Track.Kind.Video,
};

/**
 * Whether the track is the one that the person's tile tells about. LiveKit lets a client publish sound as its camera, or a
 * second microphone beside a muted one: it would be heard from somebody who is shown as muted.
 */
export const isShown = (
  participant: Pick<Participant, 'getTrackPublication'>,
  publication: TrackPublication,
): boolean =>
  kinds[publication.source] === publication.kind &&
  participant.getTrackPublication(publication.source) === publication;

/** Receives nothing that no tile tells about. Returns the function that stops watching. */
export function receiveOnlyShown(room: Room): () => void {
  const choose = (participant: RemoteParticipant): void => {
    for (const publication of participant.trackPublications.values()) {
      // Whose picture is wanted is the tiles' business; everybody is heard.
      const wanted =
        isShown(participant, publication) && (publication.kind === Track.Kind.Audio || publication.isDesired);
      if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
    }
  };
  const chooseOf = (_changed: RemoteTrackPublication, participant: RemoteParticipant): void =>
    choose(participant);
  const chooseAll = (): void => room.remoteParticipants.forEach(choose);
  room
    .on(RoomEvent.Connected, chooseAll)
    .on(RoomEvent.TrackPublished, chooseOf)
    .on(RoomEvent.TrackUnpublished, chooseOf);
  return () => {
    room
      .off(RoomEvent.Connected, chooseAll)
      .off(RoomEvent.TrackPublished, chooseOf)
      .off(RoomEvent.TrackUnpublished, chooseOf);
  };
}
