import { ScreenSharePresets, Track, type Room, type TrackPublishOptions } from 'livekit-client';
import type { Result } from '../../../../shared/result.ts';
import type { Bridge } from '../../../bridge.ts';
import { chosenDevices } from '../../media/chosen-devices.ts';
import { explainDevice, failedBy } from '../../media/explain-device.ts';
import { openCamera, openMicrophone } from '../../media/open-device.ts';
import { openScreen } from '../../media/open-screen.ts';
import type { SoundProcessing } from '../../media/sound-processing.ts';
import { createPublishers } from './publisher.ts';
import type { OpeningTrouble } from './held-device.ts';
import { createOwnTrack, type OwnTrack } from './own-track.ts';
import { ownCamera, ownMicrophone, ownScreen, type OwnedLocalTrack } from './owned-local-track.ts';

type Deps = {
  readonly bridge: Bridge;
  /** As it is wanted when the microphone opens. */
  readonly processing: () => SoundProcessing;
};

type Source = {
  /** Under which the others receive it. */
  readonly source: Track.Source;
  readonly open: (deps: Deps) => Promise<Result<MediaStreamTrack, OpeningTrouble>>;
  readonly wrap: (media: MediaStreamTrack) => OwnedLocalTrack;
  /** Names what unmuting a closed device throws. */
  readonly explain: (error: unknown, deps: Deps) => Promise<OpeningTrouble>;
  readonly off: 'muted' | 'closed';
  readonly publishOptions?: TrackPublishOptions;
};

/** What we can send of ourselves. A new source is one entry here. */
const sources = {
  microphone: {
    source: Track.Source.Microphone,
    open: ({ bridge, processing }) =>
      openMicrophone({ bridge, wanted: chosenDevices().microphone, processing: processing() }),
    wrap: ownMicrophone,
    explain: (error, { bridge }) => explainDevice('microphone', failedBy(error), bridge),
    off: 'muted',
  },
  camera: {
    source: Track.Source.Camera,
    open: ({ bridge }) => openCamera({ bridge, wanted: chosenDevices().camera }),
    wrap: ownCamera,
    explain: (error, { bridge }) => explainDevice('camera', failedBy(error), bridge),
    off: 'muted',
  },
  screen: {
    source: Track.Source.ScreenShare,
    open: () => openScreen(),
    wrap: ownScreen,
    explain: async () => 'not-captured',
    off: 'closed',
    // Text is read or it is not: on a line that is not enough there are fewer pictures, never smaller ones, so no smaller layer.
    publishOptions: {
      simulcast: false,
      screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
      degradationPreference: 'maintain-resolution',
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

export type OwnSource = keyof typeof sources;
export type OwnTracks = Readonly<Record<OwnSource, OwnTrack>>;

export function createOwnTracks(room: Room, deps: Deps): OwnTracks {
  const publisherOf = createPublishers(room);
  const create = ({ source, open, wrap, explain, off, publishOptions }: Source): OwnTrack =>
    createOwnTrack({
      open: () => open(deps),
      wrap,
      publisher: publisherOf(source, publishOptions),
      explain: (error) => explain(error, deps),
      off,
    });
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, create(source)]),
  ) as OwnTracks;
}

/** Closes every device. */
export const releaseAll = (tracks: OwnTracks): void => Object.values(tracks).forEach((own) => own.release());
