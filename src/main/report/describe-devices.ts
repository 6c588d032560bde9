import { deviceKinds, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Redaction } from './redaction.ts';
import type { ReportFacts } from './report-facts.ts';
import { describeTime } from './describe-time.ts';

/** The maximum of raw values for each kind, and of names in a list. */
const mostRaw = 40;

/** What the system and the app know about microphones, cameras and speakers. */
export function describeDevices(
  { devices, screen, page }: Pick<ReportFacts, 'devices' | 'screen' | 'page'>,
  words: Words,
  clean: Redaction,
): readonly string[] {
  const { text } = words.report;
  const describeKind = (kind: DeviceKind): readonly string[] => {
    const lines = [
      ...describeSystem(devices[kind], words, clean),
      ...describeListed(kind, page, words, clean),
    ];
    return [words.devices.access.names[kind], ...lines.map((line) => `  ${line}`)];
  };
  return [
    ...deviceKinds.flatMap(describeKind),
    ...(screen === null ? [] : [text.screen, `  ${text.access}${words.check.colon}${screen}`]),
  ];
}

function describeSystem(facts: SystemFacts, words: Words, clean: Redaction): readonly string[] {
  const { text } = words.report;
  const { colon } = words.check;
  const list = (name: string, values: readonly string[] | null): readonly string[] =>
    values === null
      ? []
      : [`${name}${colon}${values.slice(0, mostRaw).map(clean.label).join(', ') || text.none}`];
  const raw = Object.entries(facts.raw).slice(0, mostRaw);
  return [
    `${text.access}${colon}${text.accesses[facts.access]} [${facts.access}]`,
    ...(facts.refusedBy === null ? [] : [`${text.refusedBy}${colon}${facts.refusedBy}`]),
    ...(facts.present === null ? [] : [`${text.present}${colon}${facts.present}`]),
    ...list(text.heldBy, facts.heldBy),
    ...list(text.muted, mutedOf(facts)),
    ...(facts.soundServer === null ? [] : [`${text.soundServer}${colon}${facts.soundServer}`]),
    ...(raw.length === 0 ? [] : [`${text.raw}${colon.trimEnd()}`]),
    ...raw.map(([name, value]) => `  ${clean.text(name)}${colon}${clean.text(value)}`),
  ];
}

const mutedOf = ({ devices }: SystemFacts): readonly string[] | null =>
  devices?.filter(({ isMuted }) => isMuted).map(({ label }) => label) ?? null;

function describeListed(
  kind: DeviceKind,
  { devices }: PageFindings,
  words: Words,
  clean: Redaction,
): readonly string[] {
  const { text } = words.report;
  const listed = devices.filter((device) => device.kind === kind);
  const { colon } = words.check;
  if (listed.length === 0) return [`${text.listed}${colon}${text.none}`];
  // If others have a name, the one without is the default of the system.
  const unnamed = listed.some(({ label }) => label !== '') ? words.devices.systemDefault : text.unnamed;
  return [
    `${text.listed}${colon.trimEnd()}`,
    ...listed.map(
      ({ label, chosen }) => `  - ${clean.label(label) || unnamed}${chosen ? ` (${text.chosen})` : ''}`,
    ),
  ];
}

/** The device checks: when, which, and their results. */
export function describeChecks({ checks }: PageFindings, words: Words, clean: Redaction): readonly string[] {
  const { text } = words.report;
  if (checks.length === 0) return [text.notChecked];
  return checks.map(
    ({ at, kind, finding, error }) =>
      `${describeTime(at)} ${words.devices.access.names[kind]}${words.check.colon}${text.findings[finding]} [${[finding, clean.text(error ?? '')].filter(Boolean).join(', ')}]`,
  );
}

export function describeNetworkChecks(
  { networkChecks }: PageFindings,
  words: Words,
  clean: Redaction,
): readonly string[] {
  const { text } = words.report;
  if (networkChecks.length === 0) return [text.notChecked];
  const { checks, outcomes } = words.network;
  return networkChecks.map(
    ({ at, name, outcome, code, ms }) =>
      `${describeTime(at)} ${checks[name].name}${words.check.colon}${outcomes[outcome]}, ${ms} ms [${name}, ${clean.text(code)}]`,
  );
}
