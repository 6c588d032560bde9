import { formatMultiString, parseMultiString, parseString } from 'native-reg';
import { expect, test } from 'vitest';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import type { Hive, RegistryValue } from './registry.ts';
import { registryExport } from './testing/registry-export.ts';
import { policyKey, readWindowsPolicies } from './windows.ts';

/**
 * What regedit exported of a key that Windows' own device management had written (an Intune troubleshooting note in a
 * public repository, November 2025; identifiers were blanked there). It has every type that a policy may have, and two more.
 */
const recorded = registryExport(String.raw`
"ProductVersion"="6.2511.21.2000"
"CreationTime"=hex(b):59,8b,41,ba,42,56,dc,01
"ActionType"=dword:00000001
"Status"=dword:00000046
"LastError"=dword:00000000
"DownloadLocation"=""
"DownloadUrlList"=hex(7):68,00,74,00,74,00,70,00,73,00,3a,00,2f,00,2f,00,65,00,\
  70,00,6d,00,61,00,67,00,65,00,6e,00,74,00,2e,00,6d,00,61,00,6e,00,61,00,67,\
  00,65,00,2e,00,6d,00,69,00,63,00,72,00,6f,00,73,00,6f,00,66,00,74,00,2e,00,\
  63,00,6f,00,6d,00,2f,00,65,00,70,00,6d,00,61,00,67,00,65,00,6e,00,74,00,70,\
  00,65,00,65,00,75,00,73,00,2f,00,65,00,70,00,6d,00,61,00,67,00,65,00,6e,00,\
  74,00,6d,00,73,00,69,00,2f,00,36,00,2e,00,32,00,35,00,31,00,31,00,2e,00,32,\
  00,31,00,2e,00,32,00,30,00,30,00,30,00,2f,00,45,00,50,00,4d,00,41,00,67,00,\
  65,00,6e,00,74,00,2e,00,6d,00,73,00,69,00,00,00,00,00,00,00
"LocURI"="./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/{01A1A484-A75B-456A-BE98-D98D0609CDAA}/DownloadInstall"
`);

/**
 * What native-reg 1.1.1 itself gave for our key after `reg add` of six values: run by Node 18 for Windows, under Wine 8.0
 * (no Windows was at hand). Name, type, bytes in hexadecimal.
 */
const fromNativeReg: readonly (readonly [string, number, string])[] = [
  [
    'allowedServers',
    7,
    '680074007400700073003a002f002f0061002e006500780061006d0070006c0065000000680074007400700073003a002f002f0062002e006500780061006d0070006c00650000000000',
  ],
  [
    'HELPDESKNAME',
    1,
    '41007300730069007300740061006e006300650020006100630061006400e9006d0069007100750065000000',
  ],
  ['language', 2, '65006e000000'],
  ['screenShare', 4, '00000000'],
  ['server', 1, '680074007400700073003a002f002f0076006900730069006f002e006500780061006d0070006c0065000000'],
  ['updates', 1, '6e0065007600650072000000'],
];

const machineHas = (values: readonly RegistryValue[]) => (hive: Hive) => (hive === 'HKLM' ? values : null);
const readOf = (values: readonly RegistryValue[]): Readonly<Record<string, unknown>> =>
  readWindowsPolicies(machineHas(values)).layers[0]?.values ?? {};
const under = (name: string, recordedAs: string): RegistryValue => {
  const found = recorded.find((value) => value.name === recordedAs);
  if (!found) throw new Error(`nothing was recorded as ${recordedAs}`);
  return { ...found, name };
};

test('numbers 0 and 1 are false and true, texts texts, and a list has no empty line at its end', () => {
  expect(readOf(recorded)).toMatchObject({
    ActionType: true,
    LastError: false,
    ProductVersion: '6.2511.21.2000',
    DownloadLocation: '',
    DownloadUrlList: [
      'https://epmagent.manage.microsoft.com/epmagentpeeus/epmagentmsi/6.2511.21.2000/EPMAgent.msi',
    ],
  });
});

test('we read what native-reg reads, but for the empty line that it adds to this list', () => {
  const { data: list } = under('', 'DownloadUrlList');
  const { data: one } = under('', 'LocURI');
  expect([...(readOf(recorded)['DownloadUrlList'] as string[]), '']).toEqual(
    parseMultiString(Object.assign(list, { type: 7 })),
  );
  expect(readOf(recorded)['LocURI']).toBe(parseString(Object.assign(one, { type: 1 })));
});

test.each([[[]], [['https://a.example']], [['https://a.example', 'https://b.example']]])(
  'a list of %j comes back',
  (list) => {
    const data = formatMultiString(list);
    expect(readOf([{ name: 'allowedServers', type: 7, data }])['allowedServers']).toEqual(list);
  },
);

test('types and numbers that no setting has are wrong values, and the rest applies', () => {
  const values = [
    under('screenShare', 'Status'),
    under('contentProtection', 'CreationTime'),
    under('allowedServers', 'LocURI'),
    under('helpDeskName', 'ActionType'),
    under('startWithSession', 'ActionType'),
  ];
  const { problems, values: resolved } = resolveSettings(readWindowsPolicies(machineHas(values)).layers);
  expect(problems.map(({ name, problem }) => `${name}: ${problem}`).sort()).toEqual([
    'allowedServers: wrong-value',
    'contentProtection: wrong-value',
    'helpDeskName: wrong-value',
    'screenShare: wrong-value',
  ]);
  expect(resolved.startWithSession).toBe(true);
});

test("policies that were written with Windows' own command are in force, but for a wrong word and a wrong type", () => {
  const values = fromNativeReg.map(([name, type, hex]) => ({ name, type, data: Buffer.from(hex, 'hex') }));
  const { values: resolved, problems } = resolveSettings(readWindowsPolicies(machineHas(values)).layers);
  expect(resolved).toMatchObject({
    server: 'https://visio.example',
    allowedServers: ['https://a.example', 'https://b.example'],
    unknownServers: 'refuse',
    screenShare: false,
    helpDeskName: 'Assistance académique',
    language: 'fr',
    updates: 'notify',
  });
  // « never » is no option, and REG_EXPAND_SZ no type.
  expect(problems.map(({ name }) => name).sort()).toEqual(['language', 'updates']);
});

test('a setting is found however its name is written, and a value without a name is not one', () => {
  expect(readOf([under('STARTWITHSESSION', 'ActionType'), under('', 'DownloadLocation')])).toEqual({
    startWithSession: true,
  });
});

test('the machine wins over the user', () => {
  const both = (hive: Hive) => [under('startWithSession', hive === 'HKLM' ? 'LastError' : 'ActionType')];
  const { values, sources } = resolveSettings(readWindowsPolicies(both).layers);
  expect([values.startWithSession, sources.startWithSession]).toEqual([false, 'machine-policy']);
});

test('without the keys there is no policy, and nothing is reported', () => {
  expect(readWindowsPolicies(() => null)).toEqual({ layers: [], problems: [] });
});

test('a key that cannot be read is reported by its name, and the other applies', () => {
  const broken = (hive: Hive) => {
    if (hive === 'HKLM') throw new Error('The configuration registry database is corrupt.');
    return [under('startWithSession', 'ActionType')];
  };
  expect(readWindowsPolicies(broken)).toEqual({
    layers: [{ source: 'user-policy', values: { startWithSession: true } }],
    problems: [{ source: 'machine-policy', name: `HKLM\\${policyKey}`, problem: 'unreadable-file' }],
  });
});
