import { useCallback, useEffect, useRef } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { DeviceCheck, NetworkCheckResult, PageFindings } from '../../../shared/report.ts';
import { deviceKinds } from '../../../shared/devices/system-facts.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { deviceInUse, listDevices } from '../media/device-list.ts';
import type { NetworkResult } from '../network-check/results.ts';
import { noteChecks } from './note-checks.ts';

type Findings = {
  readonly noteNetwork: (result: NetworkResult) => void;
  /** What the page knows for a report now. */
  readonly gather: () => Promise<PageFindings>;
};

/** Keeps, as long as the page is open, what led to it, what was tried on it and what came of it. */
export function useReportData(trouble: Diagnosis | null, diagnoses: readonly Diagnosis[]): Findings {
  const checks = useRef<readonly DeviceCheck[]>([]);
  const networkChecks = useRef<readonly NetworkCheckResult[]>([]);
  const note = useCallback((found: readonly Diagnosis[]): void => {
    checks.current = noteChecks(checks.current, found, new Date().toISOString());
  }, []);
  useEffect(() => note(trouble === null ? [] : [trouble]), [note, trouble]);
  useEffect(() => note(diagnoses));
  const noteNetwork = useCallback((result: NetworkResult): void => {
    networkChecks.current = [
      ...networkChecks.current.slice(-29),
      { at: new Date().toISOString(), ...result },
    ];
  }, []);
  const gather = useCallback(
    async (): Promise<PageFindings> => ({
      devices: await tellDevices(),
      checks: [...checks.current],
      networkChecks: [...networkChecks.current],
      connection: connectionOf(navigator),
    }),
    [],
  );
  return { noteNetwork, gather };
}

async function tellDevices(): Promise<PageFindings['devices']> {
  const found = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const [devices, chosen] = [listDevices(found), chosenDevices()];
  return deviceKinds.flatMap((kind) => {
    const inUse = deviceInUse(devices[kind], chosen[kind]);
    return devices[kind]
      .slice(0, 20)
      .map((device) => ({ kind, label: device.name.slice(0, 300), chosen: device === inUse }));
  });
}

/** Chromium's; no other browser has it, nor have the types. */
function connectionOf(from: object): PageFindings['connection'] {
  const { connection } = from as { connection?: { effectiveType?: PageFindings['connection'] } };
  return connection?.effectiveType ?? null;
}
