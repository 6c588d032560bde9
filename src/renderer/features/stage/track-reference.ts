import { Track, type Participant } from 'livekit-client';
import type { OwnSource } from '../session/own-tracks/own-tracks.ts';

/** The sources that have a picture of their own on the stage. */
export type PictureSource = Track.Source.Camera;

/** What one tile shows: a person, and which of their pictures. LiveKit calls it a track reference. */
export type TrackReference = { readonly participant: Participant; readonly source: PictureSource };

/**
 * Our own track with that picture, which is drawn without the way over the media server. A picture that is not here is drawn
 * as the others' are.
 */
export const ownSources: Readonly<Partial<Record<PictureSource, OwnSource>>> = {
  [Track.Source.Camera]: 'camera',
};

/**
 * A tile for each person, in their order, whether their camera is on or off. Where somebody has more tiles than one, `TileGrid.tsx`
 * gives `useTileOrder` the places on a page that are left for people, so that speakers come forward to the first page.
 */
export const trackReferencesOf = (participants: readonly Participant[]): readonly TrackReference[] =>
  participants.map((participant) => ({ participant, source: Track.Source.Camera }));

/** One reference's alone. We ourselves have no identity before we are connected. */
export const trackReferenceKey = ({ participant, source }: TrackReference): string =>
  `${source} ${participant.identity || 'me'}`;
