import { Track, type Participant, type TrackPublication } from 'livekit-client';

/** What the stage tells of a person: the microphone by its sign, camera and screen by their pictures. A new source is a line here. */
const kinds: Readonly<Partial<Record<Track.Source, Track.Kind>>> = {
  [Track.Source.Microphone]: Track.Kind.Audio,
  [Track.Source.Camera]: Track.Kind.Video,
  [Track.Source.ScreenShare]: Track.Kind.Video,
  [Track.Source.ScreenShareAudio]: Track.Kind.Audio,
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
