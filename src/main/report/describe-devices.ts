import { deviceKinds, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Clean } from './redaction.ts';
import type { ReportFacts } from './report-facts.ts';
import { tellTime } from './describe-time.ts';

/** Values of the system that are told of each kind, and names in a list. */
const mostRaw = 40;

/** What the system and the app say of microphones, cameras and speakers. */
export function tellDevices(
  { devices, screen, page }: Pick<ReportFacts, 'devices' | 'screen' | 'page'>,
  words: Words,
  clean: Clean,
): readonly string[] {
  const { text } = words.report;
  const tellKind = (kind: DeviceKind): readonly string[] => {
    const lines = [...tellSystem(devices[kind], words, clean), ...tellListed(kind, page, words, clean)];
    return [words.devices.access.names[kind], ...lines.map((line) => `  ${line}`)];
  };
  return [
    ...deviceKinds.flatMap(tellKind),
    ...(screen === null ? [] : [text.screen, `  ${text.access}${words.check.colon}${screen}`]),
  ];
}

function tellSystem(facts: SystemFacts, words: Words, clean: Clean): readonly string[] {
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

function tellListed(
  kind: DeviceKind,
  { devices }: PageFindings,
  words: Words,
  clean: Clean,
): readonly string[] {
  const { text } = words.report;
  const listed = devices.filter((device) => device.kind === kind);
  const { colon } = words.check;
  if (listed.length === 0) return [`${text.listed}${colon}${text.none}`];
  // Where others have one, that without a name is whichever the system takes.
  const unnamed = listed.some(({ label }) => label !== '') ? words.devices.systemDefault : text.unnamed;
  return [
    `${text.listed}${colon.trimEnd()}`,
    ...listed.map(
      ({ label, chosen }) => `  - ${clean.label(label) || unnamed}${chosen ? ` (${text.chosen})` : ''}`,
    ),
  ];
}

/** What was tried, when, and what came of it. */
export function tellChecks({ checks }: PageFindings, words: Words, clean: Clean): readonly string[] {
  const { text } = words.report;
  if (checks.length === 0) return [text.notChecked];
  return checks.map(
    ({ at, kind, finding, error }) =>
      `${tellTime(at)} ${words.devices.access.names[kind]}${words.check.colon}${text.findings[finding]} [${[finding, clean.text(error ?? '')].filter(Boolean).join(', ')}]`,
  );
}

export function tellNetworkChecks(
  { networkChecks }: PageFindings,
  words: Words,
  clean: Clean,
): readonly string[] {
  const { text } = words.report;
  if (networkChecks.length === 0) return [text.notChecked];
  const { checks, outcomes } = words.network;
  return networkChecks.map(
    ({ at, name, outcome, code, ms }) =>
      `${tellTime(at)} ${checks[name].name}${words.check.colon}${outcomes[outcome]}, ${ms} ms [${name}, ${clean.text(code)}]`,
  );
}
