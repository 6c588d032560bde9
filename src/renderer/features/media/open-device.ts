import type { MediaKind } from '../../../shared/ipc.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import type { DeviceTrouble } from '../../device-trouble.ts';
import { chosenDevices } from './chosen-devices.ts';
import { explainMediaError, isGone } from './media-trouble.ts';

type Capture = Pick<MediaDevices, 'getUserMedia'>;
type Chosen = { readonly microphone: string; readonly camera: string };

/** Opens the chosen microphone, else the default one. The caller owns the track and stops it. */
export const openMicrophone = (
  bridge: Pick<Bridge, 'call'>,
  capture: Capture = navigator.mediaDevices,
  chosen: Chosen = chosenDevices(),
): Promise<Result<MediaStreamTrack, DeviceTrouble>> =>
  openDevice('microphone', chosen.microphone, bridge, async (device) => {
    const sound = { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return (await capture.getUserMedia({ audio: sound })).getAudioTracks()[0];
  });

/** Opens the chosen camera, else the default one. The caller owns the track and stops it. */
export const openCamera = (
  bridge: Pick<Bridge, 'call'>,
  capture: Capture = navigator.mediaDevices,
  chosen: Chosen = chosenDevices(),
): Promise<Result<MediaStreamTrack, DeviceTrouble>> =>
  openDevice('camera', chosen.camera, bridge, async (device) => {
    const picture = { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
    return (await capture.getUserMedia({ video: picture })).getVideoTracks()[0];
  });

async function openDevice(
  kind: MediaKind,
  chosenId: string,
  bridge: Pick<Bridge, 'call'>,
  open: (device: MediaTrackConstraints) => Promise<MediaStreamTrack | undefined>,
): Promise<Result<MediaStreamTrack, DeviceTrouble>> {
  const answer = await bridge.call('media:access', kind);
  const access = answer.ok ? answer.value : 'unknown';
  // macOS never asks a second time: getUserMedia would only fail later, or give silence.
  if (access === 'denied' || access === 'restricted') return err({ kind, code: 'device-refused' });
  try {
    const track = await openChosenOrDefault(chosenId, open);
    return track ? ok(track) : err({ kind, code: 'device-missing' });
  } catch (error) {
    return err({ kind, code: explainMediaError(error, access) });
  }
}

async function openChosenOrDefault(
  chosenId: string,
  open: (device: MediaTrackConstraints) => Promise<MediaStreamTrack | undefined>,
): Promise<MediaStreamTrack | undefined> {
  if (chosenId === '') return open({});
  try {
    return await open({ deviceId: { exact: chosenId } });
  } catch (error) {
    // Unplugged since it was chosen. One that is busy or refused is not replaced in silence by another.
    if (!isGone(error)) throw error;
    return open({});
  }
}
