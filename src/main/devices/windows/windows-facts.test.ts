import { describe, expect, test } from 'vitest';
import { nothingTold } from '../../../shared/devices/system-facts.ts';
import {
  booted,
  consentStore,
  policyForcesNo,
  usedBy,
  usedByPackage,
  usedByService,
} from '../testing/recorded-windows.ts';
import { registryOf } from '../testing/reg-query.ts';
import { readWindowsFacts, type WindowsSystem } from './windows-facts.ts';

const execPath = String.raw`C:\Program Files\Visio-Agents\Visio-Agents.exe`;
const zoom = String.raw`C:\Users\marie\AppData\Roaming\Zoom\bin\Zoom.exe`;
type Status = ReturnType<WindowsSystem['status']>;
const look = (status: Status, printed: string, bootedAt = booted.before) =>
  readWindowsFacts('microphone', { status: () => status, registry: registryOf(printed), execPath, bootedAt });

describe('the switches of Windows', () => {
  test.each<[string, Status, string, string, string | null]>([
    ['all are on', 'granted', consentStore({}), 'granted', null],
    ['nobody has touched them', 'not-determined', '', 'granted', null],
    ["the computer's is off", 'restricted', consentStore({ computer: 'Deny' }), 'denied', 'computer'],
    ['that of all apps is off', 'denied', consentStore({ apps: 'Deny' }), 'denied', 'apps'],
    [
      'that of desktop apps is off',
      'denied',
      consentStore({ desktopApps: 'Deny' }),
      'denied',
      'desktop-apps',
    ],
    [
      'two are off: the upper one comes first',
      'denied',
      consentStore({ apps: 'Deny', desktopApps: 'Deny' }),
      'denied',
      'apps',
    ],
    [
      'a tool has turned off that of all apps, and Windows lets desktop apps through',
      'granted',
      consentStore({ apps: 'Deny' }),
      'granted',
      null,
    ],
    [
      'that of desktop apps is off, and Windows says nothing of it',
      'granted',
      consentStore({ desktopApps: 'Deny' }),
      'denied',
      'desktop-apps',
    ],
    ['it refuses, and no switch says so', 'denied', consentStore({}), 'denied', null],
    ['the system refuses, and no switch says so', 'restricted', '', 'denied', 'computer'],
    [
      'a policy greys them',
      'denied',
      consentStore({ apps: 'Deny' }) + policyForcesNo,
      'restricted',
      'policy',
    ],
    ['a policy is meant for packed apps only', 'granted', consentStore({}) + policyForcesNo, 'granted', null],
    [
      'this program has a switch of its own, which is off',
      'granted',
      `${consentStore({})}${usedBy(execPath)}    Value    REG_SZ    Deny\n`,
      'denied',
      'this-app',
    ],
  ])('%s', (_which, status, printed, access, refusedBy) => {
    expect(look(status, printed)).toMatchObject({ access, refusedBy });
  });

  test('a key of desktop apps that is missing is no refusal', () => {
    const printed = consentStore({}).replace(/\n.*NonPackaged\n.*\n.*\n/, '\n');
    expect(printed).not.toMatch(/NonPackaged\n/);
    expect(look('granted', printed)).toMatchObject({ access: 'granted' });
  });
});

describe('who uses it', () => {
  test('a program that has not stopped is named by its file, a packed one by its package', () => {
    const printed = consentStore({}) + usedBy(zoom) + usedByPackage('Microsoft.WindowsCamera_8wekyb3d8bbwe');
    expect(look('granted', printed).heldBy?.toSorted()).toEqual(['WindowsCamera', 'Zoom']);
  });

  test.each([
    ['ms-teams', 'Microsoft Teams'],
    ['Teams', 'Microsoft Teams'],
    ['msedge', 'Microsoft Edge'],
    ['chrome', 'Google Chrome'],
    ['firefox', 'Firefox'],
    ['OUTLOOK', 'Outlook'],
    ['CptHost', 'Zoom'],
    ['CiscoCollabHost', 'Webex'],
    ['Dictaphone', 'Dictaphone'],
  ])('%s.exe is called %s, as its users call it', (file, name) => {
    const printed = consentStore({}) + usedBy(`C:\\Program Files\\x\\${file}.exe`);
    expect(look('granted', printed).heldBy).toEqual([name]);
  });

  test('a packed program is called as its users call it too', () => {
    const printed = consentStore({}) + usedByPackage('MSTeams_8wekyb3d8bbwe');
    expect(look('granted', printed).heldBy).toEqual(['Microsoft Teams']);
  });

  test('nobody, and not ourselves', () => {
    expect(look('granted', consentStore({})).heldBy).toEqual([]);
    expect(look('granted', consentStore({}) + usedBy(execPath.toUpperCase())).heldBy).toEqual([]);
  });

  test('what began before the computer was started was cut off, and is over', () => {
    expect(look('granted', consentStore({}) + usedBy(zoom), booted.since).heldBy).toEqual([]);
  });

  test('a service is listed for the computer, and the one that passes pictures on is nobody', () => {
    const service = usedByService(String.raw`C:\Program Files\Creative\CtAudSvc.exe`);
    const frames = usedByService(String.raw`C:\Windows\System32\svchost.exe`);
    expect(look('granted', consentStore({}) + service + frames).heldBy).toEqual(['CtAudSvc']);
  });

  test('a Windows that keeps no such list has not told', () => {
    expect(look('granted', '').heldBy).toBeNull();
  });

  test('as native-reg itself reads it', () => {
    // What native-reg 1.1.1 gave after `reg add` of these keys: run by Node 18 for Windows, under Wine 8.0.
    const store = String.raw`Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone`;
    const zoomKey = 'C:#Program Files#Zoom#bin#Zoom é.exe';
    const keys: Readonly<Record<string, readonly string[]>> = {
      [store]: ['NonPackaged'],
      [`${store}\\NonPackaged`]: [zoomKey],
      [`${store}\\NonPackaged\\${zoomKey}`]: [],
    };
    const values: Readonly<Record<string, readonly (readonly [string, number, string])[]>> = {
      [store]: [['Value', 1, '440065006e0079000000']],
      [`${store}\\NonPackaged\\${zoomKey}`]: [
        ['LastUsedTimeStart', 11, 'ec50e3861a27dd01'],
        ['LastUsedTimeStop', 11, '0000000000000000'],
      ],
    };
    const registry: WindowsSystem['registry'] = {
      subkeys: (hive, key) => (hive === 'HKCU' ? (keys[key] ?? null) : null),
      values: (hive, key) =>
        hive === 'HKCU'
          ? (values[key] ?? []).map(([name, type, hex]) => ({ name, type, data: Buffer.from(hex, 'hex') }))
          : null,
    };
    const system: WindowsSystem = { status: () => 'denied', registry, execPath, bootedAt: booted.before };
    expect(readWindowsFacts('microphone', system)).toMatchObject({ refusedBy: 'apps', heldBy: ['Zoom é'] });
  });

  test('eight names are enough', () => {
    const many = Array.from({ length: 20 }, (_, n) => usedBy(String.raw`C:\x\program${n}.exe`)).join('');
    expect(look('granted', consentStore({}) + many).heldBy).toHaveLength(8);
  });
});

test('the camera has switches of its own', () => {
  const registry = registryOf(consentStore({}) + consentStore({ desktopApps: 'Deny' }, 'webcam'));
  const system: WindowsSystem = { status: () => 'granted', registry, execPath, bootedAt: 0 };
  expect(readWindowsFacts('camera', system)).toMatchObject({ refusedBy: 'desktop-apps' });
  expect(readWindowsFacts('microphone', system)).toMatchObject({ refusedBy: null });
  expect(readWindowsFacts('speaker', system)).toEqual(nothingTold);
});

test('a registry that cannot be read leaves what Windows says itself', () => {
  const broken = (): never => {
    throw new Error('the addon is missing');
  };
  const registry = { values: broken, subkeys: broken };
  const system: WindowsSystem = { status: () => 'denied', registry, execPath, bootedAt: 0 };
  expect(readWindowsFacts('camera', system)).toEqual({
    ...nothingTold,
    access: 'denied',
    raw: { status: 'denied', registry: 'unreadable' },
  });
});

test('the report gets the values, and no path, which names people', () => {
  const { raw } = look('denied', consentStore({ desktopApps: 'Deny' }) + usedBy(zoom) + policyForcesNo);
  expect(raw).toEqual({
    status: 'denied',
    policy: '2',
    computer: 'Allow',
    apps: 'Allow',
    'desktop apps': 'Deny',
    'this app': '-',
    'in use by': '1',
  });
});
