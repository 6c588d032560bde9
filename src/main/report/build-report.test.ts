import { describe, expect, test } from 'vitest';
import { nothingTold } from '../../shared/devices/system-facts.ts';
import { pageFindings } from '../../shared/report.ts';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { words } from '../../shared/words/words.ts';
import { buildReport } from './build-report.ts';
import { createRedaction } from './redaction.ts';
import type { LogLine } from './recent-lines.ts';
import type { ReportFacts } from './report-facts.ts';

const at = '2026-11-23T09:12:03.000Z';
const told = '2026-11-23 09:12:03';
const line = (text: string): LogLine => ({ at, level: 'warn', text, times: 1 });
const facts: ReportFacts = {
  at,
  runningSince: '2026-11-23T08:00:00.000Z',
  versions: { 'Visio-Agents': '1.2.3', Electron: '33.2.1', Chromium: '130.0.6723.44' },
  system: { name: 'Linux', release: '5.15.153.1-microsoft', arch: 'x64', locale: 'fr', display: 'wayland' },
  signIn: { name: 'signed-in', displayName: 'Marie Gérard', notKept: 'keychain-locked' },
  service: 'known',
  reference: '7K3F-9Q2M',
  network: { online: true, proxy: 'PROXY', interfaces: ['eth0', 'tun0'] },
  devices: {
    microphone: {
      ...nothingTold,
      access: 'denied',
      refusedBy: 'group',
      present: 2,
      heldBy: ['Zoom', 'Visio de Marie Gérard'],
      devices: [
        { id: null, label: 'AirPods de Marie Gérard', isMuted: true, isDefault: true, isOurs: false },
        { id: null, label: 'Micro USB', isMuted: false, isDefault: false, isOurs: false },
      ],
      soundServer: 'pipewire',
      raw: { '/dev/snd/pcmC0D0c': '660 group 29, not for us' },
    },
    camera: nothingTold,
    speaker: nothingTold,
  },
  screen: null,
  settings: resolveSettings([
    {
      source: 'machine-policy',
      values: { server: 'https://visio.example', helpDeskPhone: '01 23 45 67 89' },
    },
    { source: 'user', values: { language: 'en', 'https://canari.example': 1 } },
  ]),
  page: {
    devices: [
      { kind: 'microphone', label: 'AirPods de Marie Gérard', chosen: true },
      { kind: 'microphone', label: 'Micro USB', chosen: false },
      { kind: 'camera', label: '', chosen: true },
      { kind: 'speaker', label: '', chosen: false },
      { kind: 'speaker', label: 'Casque', chosen: false },
    ],
    checks: [{ at, kind: 'microphone', finding: 'held', error: 'NotReadableError' }],
    networkChecks: [{ at, name: 'udp', outcome: 'fails', code: 'no-path', ms: 2500 }],
    connection: '4g',
  },
  log: [line('meeting:join: meeting-full'), { ...line('service:discover: offline'), times: 3 }],
};
const clean = createRedaction({ people: ['Marie Gérard'], computers: ['visio.example'] });
const report = (changed: Partial<ReportFacts> = {}, language: 'fr' | 'en' = 'fr'): string =>
  buildReport({ ...facts, ...changed }, words[language], clean);

describe('the report', () => {
  test.each([
    'Version\u00a0: Visio-Agents 1.2.3, Electron 33.2.1, Chromium 130.0.6723.44',
    'Système\u00a0: Linux 5.15.153.1-microsoft (x64)',
    'Identification\u00a0: faite [signed-in, keychain-locked]',
    'Référence de la réunion\u00a0: 7K3F-9Q2M',
    "Serveur d'accès (proxy)\u00a0: PROXY",
    'Cartes réseau\u00a0: eth0, tun0',
    `${told} ${words.fr.network.checks.udp.name}\u00a0: ${words.fr.network.outcomes.fails}, 2500 ms [udp, no-path]`,
    'Autorisation du système\u00a0: refusée [denied]',
    'Refusé par\u00a0: group',
    "Utilisé par d'autres programmes\u00a0: Zoom, Visio de …",
    'Coupé par le système\u00a0: AirPods de …',
    '/dev/snd/pcmC0D0c\u00a0: 660 group 29, not for us',
    '- AirPods de … (utilisé)',
    '- Micro USB',
    '- sans nom (utilisé)',
    '- Par défaut du système',
    `${told} Microphone\u00a0: utilisé par un autre programme [held, NotReadableError]`,
    'server\u00a0: renseigné (machine-policy)',
    'helpDeskPhone\u00a0: renseigné (machine-policy)',
    'signInIssuer\u00a0: vide (default)',
    'language\u00a0: en (user)',
    'unknownServers\u00a0: refuse (default)',
    '! user, …\u00a0: unknown-setting',
    `${told} warn meeting:join: meeting-full`,
    `${told} warn service:discover: offline (3 fois)`,
  ])('tells: %s', (expected) => {
    expect(
      report()
        .split('\n')
        .map((each) => each.trim()),
    ).toContain(expected);
  });

  test('is in the language of the user', () => {
    expect(report({}, 'en')).toContain('== Devices and permissions ==');
    expect(report({}, 'en')).toContain('Reference of the meeting: 7K3F-9Q2M');
  });

  test('names nobody and no address, wherever they stood', () => {
    for (const canary of ['Marie', 'Gérard', 'visio.example', 'canari', '01 23 45 67 89'])
      expect(report()).not.toContain(canary);
  });

  test('does without a meeting, checks and lines of the log', () => {
    const text = report({
      reference: null,
      log: [],
      page: { devices: [], checks: [], networkChecks: [], connection: null },
    });
    expect(text).toContain('aucune réunion en cours');
    expect(text).toContain('aucune ligne');
    expect(text.match(/^aucune vérification$/gm)).toHaveLength(2);
  });

  test('does not believe a service that puts something else into the reference', () => {
    for (const reference of ['https://visio.example/r/x', '', 'a\nb', 'x'.repeat(21)])
      expect(report({ reference })).toContain('Référence de la réunion\u00a0: …\n');
  });

  test('is never longer than 60 kB: the oldest lines of the log go', () => {
    const log = Array.from({ length: 200 }, (_, rank) => line(`<${rank}> ${'é à '.repeat(70)}`));
    const text = report({ log });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(50_000);
    expect([text.includes('<199>'), text.includes('<0>')]).toEqual([true, false]);
    expect(text.includes(words.fr.report.text.cut)).toBe(true);
  });

  test('has room for the log, whatever the page and the system say of devices', () => {
    const loud = (n: number): string => `Micro ${n} ${'é'.repeat(290)}`;
    const muted = Array.from({ length: 2000 }, (_, n) => loud(n));
    const text = report({
      page: {
        ...facts.page,
        devices: muted.slice(0, 60).map((label) => ({ kind: 'microphone', label, chosen: false })),
      },
      devices: {
        ...facts.devices,
        speaker: {
          ...facts.devices.speaker,
          devices: muted.map((label) => ({
            id: null,
            label,
            isMuted: true,
            isDefault: false,
            isOurs: false,
          })),
          heldBy: muted,
        },
      },
      log: Array.from({ length: 200 }, (_, rank) => line(`<${rank}> ${'é à '.repeat(70)}`)),
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    const log = text.slice(text.indexOf(`== ${words.fr.report.text.headings.log} ==`));
    expect(Buffer.byteLength(log)).toBeGreaterThan(19_000);
    expect(log).toContain('<199>');
  });

  test('tells the name of an exception, and no token in its place', () => {
    const code = 'RkJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA';
    const checks = [
      { at: facts.at, kind: 'microphone', finding: 'held', error: 'NotReadableError' },
      { at: facts.at, kind: 'camera', finding: 'no-device', error: 'OverconstrainedError' },
      { at: facts.at, kind: 'camera', finding: 'unknown', error: code },
    ] as const;
    const text = report({ page: { ...facts.page, checks: [...checks] } });
    expect(text).toContain('[held, NotReadableError]');
    expect(text).toContain('[no-device, OverconstrainedError]');
    expect(text).not.toContain(code.slice(1, 8));
  });

  test('shows a text of the page as one line that turns nothing around', () => {
    const label = 'Micro\n== Réunion ==\u202e\u0007 USB\u200b';
    const text = report({ page: { ...facts.page, devices: [{ kind: 'microphone', label, chosen: false }] } });
    expect(text).toContain('- Micro == Réunion == USB\n');
    expect(text.match(/^== Réunion ==$/gm)).toHaveLength(1);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('what the page says', () => {
  const page = facts.page;
  test('is taken as the page of this app says it', () => {
    expect(pageFindings.safeParse(page).success).toBe(true);
  });
  test.each([
    ['a sentence for a code', { ...page, checks: [{ ...page.checks[0], error: 'Marie is here' }] }],
    ['a time that is none', { ...page, checks: [{ ...page.checks[0], at: 'https://x.example' }] }],
    ['more devices than anybody has', { ...page, devices: Array(61).fill(page.devices[0]) }],
    ['a label without an end', { ...page, devices: [{ ...page.devices[0], label: 'x'.repeat(301) }] }],
    ['another check', { ...page, networkChecks: [{ ...page.networkChecks[0], name: 'x' }] }],
    ['more than was asked for', { ...page, note: 'Marie' }],
  ])('is refused where it is %s', (_title, given) => {
    expect(pageFindings.safeParse(given).success).toBe(false);
  });
});
