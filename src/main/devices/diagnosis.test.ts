import { expect, test } from 'vitest';
import { diagnose, type Diagnosis, type Opening } from '../../shared/devices/diagnose.ts';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { readMacosFacts } from './macos-facts.ts';
import type { LinuxSystem } from './linux/linux-system.ts';
import {
  camera,
  filming,
  hearing,
  lookAt,
  program,
  shut,
  soundCard,
  soundless,
} from './testing/linux-machine.ts';
import {
  asoundOwnedBy,
  flatpakWithSound,
  pipewireDummySink,
  pipewireSources,
  pulseAudioSinks,
  pulseAudioSources,
} from './testing/recorded-linux.ts';
import { booted, consentStore, policyForcesNo, usedBy, usedByPackage } from './testing/recorded-windows.ts';
import { registryOf } from './testing/reg-query.ts';
import type { Tree } from './testing/tree.ts';
import { readWindowsFacts, type WindowsSystem } from './windows/windows-facts.ts';

// From what a system gave, through its reader, to what its user is told. Where each value comes from stands at its record;
// what the page has seen is what Chromium 130 said in the app itself (labels, errors), or says by its documentation.

type Reader = (kind: DeviceKind) => SystemFacts | Promise<SystemFacts>;
type Status = ReturnType<WindowsSystem['status']>;

const windows =
  (status: Status, printed: string): Reader =>
  (kind) =>
    readWindowsFacts(kind, {
      status: () => status,
      registry: registryOf(printed),
      execPath: String.raw`C:\Program Files\Visio-Agents\Visio-Agents.exe`,
      bootedAt: booted.before,
    });
const mac =
  (status: Status): Reader =>
  (kind) =>
    readMacosFacts(kind, () => status);
const linux =
  (tree: Tree, own: Partial<LinuxSystem> = {}): Reader =>
  (kind) =>
    lookAt(tree, kind, own);
const nothing: Reader = () => nothingTold;

const untried: Opening = { name: 'not-tried' };
const failed = (error: string): Opening => ({ name: 'failed', error });
const open = (signal: 'some' | 'none' | 'not-yet', label = 'Default', muted = false): Opening => ({
  name: 'open',
  id: label === 'Default' ? 'default' : 'of the page',
  label,
  muted,
  signal,
});
const zoom = String.raw`C:\Users\x\AppData\Roaming\Zoom\bin\Zoom.exe`;

type Row = {
  readonly kind: DeviceKind;
  readonly system: Reader;
  /** As many as Chromium listed. */
  readonly listed?: number;
  readonly opening: Opening;
  readonly told: Partial<Diagnosis> & Pick<Diagnosis, 'name'>;
};

const table: Readonly<Record<string, Row>> = {
  'Windows: the switch of desktop apps is off, and the microphone does not start': {
    kind: 'microphone',
    system: windows('denied', consentStore({ desktopApps: 'Deny' })),
    opening: failed('NotReadableError'),
    told: { name: 'system-refused', refusedBy: 'desktop-apps' },
  },
  'Windows: the switch of all apps is off, and the camera is hidden': {
    kind: 'camera',
    system: windows('denied', consentStore({ apps: 'Deny' }, 'webcam')),
    listed: 0,
    opening: failed('NotFoundError'),
    told: { name: 'system-refused', refusedBy: 'apps' },
  },
  "Windows: the computer's switch is off, which it calls a refusal by the system": {
    kind: 'microphone',
    system: windows('restricted', consentStore({ computer: 'Deny' })),
    opening: untried,
    told: { name: 'system-refused', refusedBy: 'computer' },
  },
  'Windows: a policy has greyed the switches': {
    kind: 'camera',
    system: windows('denied', consentStore({ apps: 'Deny' }, 'webcam') + policyForcesNo),
    opening: failed('NotReadableError'),
    told: { name: 'policy-refused', refusedBy: 'policy' },
  },
  'Windows: the camera is with Zoom': {
    kind: 'camera',
    system: windows('granted', consentStore({}, 'webcam') + usedBy(zoom, 'webcam')),
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: ['Zoom'] },
  },
  'Windows: the microphone is with Teams, and hangs': {
    kind: 'microphone',
    system: windows('granted', consentStore({}) + usedByPackage('MSTeams_8wekyb3d8bbwe')),
    opening: failed('AbortError'),
    told: { name: 'held', holders: ['Microsoft Teams'] },
  },
  'Windows: switches that nobody has touched': {
    kind: 'microphone',
    system: windows('not-determined', ''),
    opening: untried,
    told: { name: 'untested' },
  },
  'Windows: a tool has turned off the switch of all apps, and the microphone works': {
    kind: 'microphone',
    system: windows('granted', consentStore({ apps: 'Deny' })),
    opening: open('some', 'Microphone (USB)'),
    told: { name: 'working' },
  },
  'Windows: allowed, used by nobody, and it does not start: no cause that Windows tells': {
    kind: 'microphone',
    system: windows('granted', consentStore({})),
    opening: failed('NotReadableError'),
    told: { name: 'unknown' },
  },
  'macOS: the user said no': {
    kind: 'camera',
    system: mac('denied'),
    opening: failed('NotAllowedError'),
    told: { name: 'system-refused', refusedBy: 'app' },
  },
  'macOS: a profile forbids it': {
    kind: 'camera',
    system: mac('restricted'),
    opening: failed('NotAllowedError'),
    told: { name: 'policy-refused', refusedBy: 'policy' },
  },
  'macOS: it was not asked yet': {
    kind: 'microphone',
    system: mac('not-determined'),
    opening: untried,
    told: { name: 'untested' },
  },
  'macOS: allowed, and only digital silence comes': {
    kind: 'microphone',
    system: mac('granted'),
    opening: open('none', 'Default - MacBook Pro Microphone (Built-in)'),
    told: { name: 'silent' },
  },
  'macOS: the headset was unplugged': {
    kind: 'microphone',
    system: mac('granted'),
    opening: { name: 'ended' },
    told: { name: 'unplugged' },
  },
  'macOS: another program took the camera for itself, which nobody names': {
    kind: 'camera',
    system: mac('granted'),
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: [] },
  },
  'Linux, PulseAudio: the default microphone is muted': {
    kind: 'microphone',
    system: linux({}, hearing(pulseAudioSources)),
    opening: open('not-yet', 'Default'),
    told: { name: 'muted' },
  },
  'Linux, PipeWire: the chosen microphone is muted': {
    kind: 'microphone',
    system: linux({}, hearing(pipewireSources)),
    opening: open('none', 'Micro intégré'),
    told: { name: 'muted' },
  },
  'Linux, PulseAudio: the speaker is at volume 0': {
    kind: 'speaker',
    system: linux({}, hearing(pulseAudioSinks)),
    opening: open('not-yet', 'Casque'),
    told: { name: 'muted' },
  },
  'Linux, PipeWire: no speaker but the dummy that stands in': {
    kind: 'speaker',
    system: linux({}, hearing(pipewireDummySink)),
    listed: 2,
    opening: open('none', 'Default'),
    told: { name: 'no-device' },
  },
  'Linux: no sound server, and a program took the sound card for itself': {
    kind: 'microphone',
    system: linux(
      {
        ...soundCard,
        ...program(77, 'arecord'),
        'proc/asound/card0/pcm0c/sub0/status': asoundOwnedBy(77),
      },
      soundless,
    ),
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: ['arecord'] },
  },
  'Linux: no sound server, and this user is not in the group of the sound card': {
    kind: 'microphone',
    system: linux(soundCard, { ...soundless, ...shut }),
    opening: failed('NotReadableError'),
    told: { name: 'system-refused', refusedBy: 'group' },
  },
  'Linux: a program has the camera open': {
    kind: 'camera',
    system: linux({ ...camera, ...filming(77, 'cheese') }),
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: ['cheese'] },
  },
  'Linux: PipeWire has it open, for a program that it does not name': {
    kind: 'camera',
    system: linux({ ...camera, ...filming(77, 'pipewire') }),
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: [] },
  },
  'Linux: this user may not open the camera, and Chromium finds none': {
    kind: 'camera',
    system: linux(camera, shut),
    listed: 0,
    opening: failed('NotFoundError'),
    told: { name: 'system-refused', refusedBy: 'group' },
  },
  'Linux: a Flatpak without devices': {
    kind: 'camera',
    system: linux({ '.flatpak-info': flatpakWithSound }),
    listed: 0,
    opening: failed('NotFoundError'),
    told: { name: 'system-refused', refusedBy: 'sandbox' },
  },
  'Linux: a Snap whose plug is not connected': {
    kind: 'microphone',
    system: linux(
      {},
      {
        env: { SNAP: '/snap/visio-agents/1' },
        execPath: '/snap/visio-agents/1/visio-agents',
        run: async () => ({ code: 1, stdout: '', stderr: '' }),
      },
    ),
    opening: failed('NotReadableError'),
    told: { name: 'system-refused', refusedBy: 'sandbox' },
  },
  'Linux: no camera': {
    kind: 'camera',
    system: linux({}),
    listed: 0,
    opening: untried,
    told: { name: 'no-device' },
  },
  'Linux: nobody has the camera open, and it does not start': {
    kind: 'camera',
    system: linux({ ...camera, ...program(77, 'bash'), 'proc/77/fd/0': { link: '/dev/null' } }),
    opening: failed('NotReadableError'),
    told: { name: 'unknown' },
  },
  'a browser, which tells nothing: the microphone is with somebody': {
    kind: 'microphone',
    system: nothing,
    opening: failed('NotReadableError'),
    told: { name: 'held', holders: [] },
  },
  'a browser whose user said no': {
    kind: 'microphone',
    system: nothing,
    opening: failed('NotAllowedError'),
    told: { name: 'system-refused', refusedBy: null },
  },
};

test.each(Object.entries(table))('%s', async (_case, { kind, system, listed = 1, opening, told }) => {
  expect(diagnose({ kind, system: await system(kind), listed, opening })).toMatchObject(told);
});

test('every finding is one that a system really leads to', () => {
  const all: Readonly<Record<Diagnosis['name'], true>> = {
    untested: true,
    working: true,
    'system-refused': true,
    'policy-refused': true,
    'no-device': true,
    unplugged: true,
    held: true,
    muted: true,
    silent: true,
    unknown: true,
  };
  const reached = new Set(Object.values(table).map(({ told }) => told.name));
  expect([...reached].toSorted()).toEqual(Object.keys(all).toSorted());
});

test('a machine with a file for each of fifty cameras does not fill the report', async () => {
  const many = Array.from({ length: 50 }, (_, n) => [`sys/class/video4linux/video${n}/index`, '0\n']);
  const facts = await linux(Object.fromEntries(many))('camera');
  expect(facts.present).toBe(50);
  expect(Object.keys(facts.raw)).toHaveLength(40);
});

test('a report holds at most 40 values of each, short, and no home', async () => {
  for (const { kind, system } of Object.values(table)) {
    const { raw } = await system(kind);
    expect(Object.keys(raw).length).toBeLessThanOrEqual(40);
    for (const value of Object.values(raw)) {
      expect(value.length).toBeLessThanOrEqual(120);
      expect(value).not.toMatch(/Users|home|marie/i);
    }
  }
});
