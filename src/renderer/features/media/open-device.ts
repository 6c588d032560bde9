import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { MediaKind } from '../../../shared/calls/media.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { findChosen, listDevices, type Device } from './device-list.ts';
import { explainDevice, failedBy, type Listing } from './explain-device.ts';
import type { SoundProcessing } from './sound-processing.ts';

type Opens = Pick<MediaDevices, 'getUserMedia'> & Listing;
export type OpenDeps = {
  readonly bridge: Pick<Bridge, 'call'>;
  readonly media?: Opens;
  /** With the id `''` the system's default, which also stands in for one that is gone. */
  readonly wanted: Device;
};

/** Opens a microphone. The caller owns the track and stops it. */
export const openMicrophone = (
  deps: OpenDeps & { readonly processing: SoundProcessing },
): Promise<Result<MediaStreamTrack, Diagnosis>> =>
  openDevice('microphone', deps, async (media, device) => {
    const { echoCancellation, noiseSuppression, autoGainControl } = deps.processing;
    const audio = { ...device, echoCancellation, noiseSuppression, autoGainControl };
    return (await media.getUserMedia({ audio })).getAudioTracks()[0];
  });

/** Opens a camera. The caller owns the track and stops it. */
export const openCamera = (deps: OpenDeps): Promise<Result<MediaStreamTrack, Diagnosis>> =>
  openDevice('camera', deps, async (media, device) => {
    const video = { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
    return (await media.getUserMedia({ video })).getVideoTracks()[0];
  });

type Open = (media: Opens, device: MediaTrackConstraints) => Promise<MediaStreamTrack | undefined>;

async function openDevice(
  kind: MediaKind,
  { bridge, media = navigator.mediaDevices, wanted }: OpenDeps,
  open: Open,
): Promise<Result<MediaStreamTrack, Diagnosis>> {
  const answer = await bridge.call('media:access', kind);
  const access = answer.ok ? answer.value : 'unknown';
  // macOS never asks a second time: getUserMedia would only fail later, or give silence.
  if (access === 'denied' || access === 'restricted')
    return err(await explainDevice(kind, { name: 'failed', error: 'NotAllowedError' }, bridge, media));
  try {
    const track = await openWantedOrDefault(kind, { wanted, listing: media }, (device) =>
      open(media, device),
    );
    return ok(track);
  } catch (error) {
    return err(await explainDevice(kind, failedBy(error), bridge, media));
  }
}

async function openWantedOrDefault(
  kind: MediaKind,
  { wanted, listing }: { readonly wanted: Device; readonly listing: Listing },
  open: (device: MediaTrackConstraints) => Promise<MediaStreamTrack | undefined>,
): Promise<MediaStreamTrack> {
  const opened = await (wanted.id === '' ? open({}) : openWanted());
  if (!opened) throw new DOMException('a stream without a track', 'NotFoundError');
  return opened;

  async function openWanted(): Promise<MediaStreamTrack | undefined> {
    try {
      return await open({ deviceId: { exact: wanted.id } });
    } catch (error) {
      // Unplugged since it was chosen. One that is busy or refused is not replaced in silence by another.
      if (!isGone(error)) throw error;
      const moved = findChosen(listDevices(await listing.enumerateDevices())[kind], wanted);
      return open(moved ? { deviceId: { exact: moved.id } } : {});
    }
  }
}

/** Only an exact deviceId can be asked too much of here. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'OverconstrainedError' || error.name === 'NotFoundError');
