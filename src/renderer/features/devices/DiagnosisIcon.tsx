import {
  RiAdminLine,
  RiBankLine,
  RiCameraLensLine,
  RiErrorWarningLine,
  RiLock2Line,
  RiMicLine,
  RiMicOffLine,
  RiPlugLine,
  RiQuestionLine,
  RiSpeakLine,
  RiUsbLine,
  RiVideoOffLine,
  RiVideoOnLine,
  RiVolumeMuteLine,
  RiVolumeUpLine,
  RiWindowLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Diagnosis, FindingName } from '../../../shared/devices/diagnose.ts';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';

const devices: Readonly<Record<DeviceKind, RemixiconComponentType>> = {
  microphone: RiMicLine,
  camera: RiVideoOnLine,
  speaker: RiVolumeUpLine,
};
const off: Readonly<Record<DeviceKind, RemixiconComponentType>> = {
  microphone: RiMicOffLine,
  camera: RiVideoOffLine,
  speaker: RiVolumeMuteLine,
};
/** null: nothing comes out of the device, and what may be the matter depends on its kind. */
const causes: Readonly<Record<FindingName, RemixiconComponentType | null>> = {
  'system-refused': RiLock2Line,
  'policy-refused': RiBankLine,
  'no-device': RiUsbLine,
  unplugged: RiPlugLine,
  held: RiWindowLine,
  unknown: RiQuestionLine,
  muted: null,
  silent: null,
  // Without a trouble nothing is drawn.
  untested: null,
  working: null,
};

/** The device, and what stands in its way. Says nothing that the sentence beside it does not. */
export function DiagnosisIcon({
  diagnosis: { kind, name, refusedBy },
}: {
  readonly diagnosis: Diagnosis;
}): ReactNode {
  const isOff = name === 'muted' || name === 'silent';
  const Device = (isOff ? off : devices)[kind];
  const Cause = refusedBy === 'group' ? RiAdminLine : (causes[name] ?? silentCauses[kind]);
  return (
    <span className="diagnosis__icon" aria-hidden>
      <Device size={32} />
      <Cause className="diagnosis__cause" size={20} />
    </span>
  );
}

const silentCauses: Readonly<Record<DeviceKind, RemixiconComponentType>> = {
  microphone: RiSpeakLine,
  camera: RiCameraLensLine,
  speaker: RiErrorWarningLine,
};
