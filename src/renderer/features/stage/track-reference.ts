import { Track, type Participant } from 'livekit-client';
import type { OwnSource } from '../session/own-tracks/own-tracks.ts';
import { isShown } from '../session/shown-sources.ts';

/** The sources that have a picture of their own on the stage. */
export type PictureSource = Track.Source.Camera | Track.Source.ScreenShare;

/** What one tile shows: a person, and which of their pictures. LiveKit calls it a track reference. */
export type TrackReference = { readonly participant: Participant; readonly source: PictureSource };

/**
 * Our own track with that picture, which is drawn without the way over the media server. A picture that is not here is drawn
 * as the others' are.
 */
export const ownSources: Readonly<Partial<Record<PictureSource, OwnSource>>> = {
  [Track.Source.Camera]: 'camera',
};

/** A tile for each person, in their order, whether their camera is on or off. */
export const camerasOf = (participants: readonly Participant[]): readonly TrackReference[] =>
  participants.map((participant) => ({ participant, source: Track.Source.Camera }));

/** Cameras that are on, but for ours. */
export const picturesOf = ([, ...others]: readonly Participant[]): readonly TrackReference[] =>
  sentNow(others, Track.Source.Camera);

/** Screens that are shared now: the others' in the order of their arrival, then ours. */
export const sharesOf = ([self, ...others]: readonly Participant[]): readonly TrackReference[] =>
  sentNow([...others, ...(self ? [self] : [])], Track.Source.ScreenShare);

const sentNow = (participants: readonly Participant[], source: PictureSource): readonly TrackReference[] =>
  participants
    .filter((participant) => {
      const publication = participant.getTrackPublication(source);
      return publication !== undefined && !publication.isMuted && isShown(participant, publication);
    })
    .map((participant) => ({ participant, source }));

/** One reference's alone. We ourselves have no identity before we are connected. */
export const trackReferenceKey = ({ participant, source }: TrackReference): string =>
  `${source} ${participant.identity || 'me'}`;
