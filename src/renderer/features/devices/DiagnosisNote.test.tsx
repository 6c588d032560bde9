import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import { capabilitiesOn } from '../../../shared/host-system.ts';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { BridgeContext } from '../../bridge-context.ts';
import type { Bridge } from '../../bridge.ts';
import { PlatformContext } from '../../platform-context.ts';
import { DiagnosisNote } from './DiagnosisNote.tsx';
import { SystemAccess } from './SystemAccess.tsx';

// Nothing is asked of it until somebody clicks.
const shown = (node: ReactNode): string =>
  renderToStaticMarkup(
    <BridgeContext value={{} as Bridge}>
      <PlatformContext value={{ platform: 'win32', can: capabilitiesOn('win32') }}>{node}</PlatformContext>
    </BridgeContext>,
  );

const refused: Diagnosis = {
  kind: 'microphone',
  name: 'system-refused',
  refusedBy: 'desktop-apps',
  holders: [],
  error: 'NotAllowedError',
};

const places = {
  'a finding': <DiagnosisNote diagnosis={refused} isLate={false} onRetry={() => Promise.resolve()} />,
  'what the system allows': (
    <SystemAccess systems={{ microphone: nothingTold, camera: nothingTold, speaker: nothingTold }} />
  ),
};

test.each(Object.entries(places))('under %s nothing that is not said yet takes a place', (_where, node) => {
  const empty = shown(node).match(/<p role="status"[^>]*><\/p>/g) ?? [];
  expect(empty).toEqual(['<p role="status" class="announcement"></p>']);
});
