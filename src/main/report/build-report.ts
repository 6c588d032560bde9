import type { Words } from '../../shared/words/words.ts';
import type { Redaction } from './redaction.ts';
import type { ReportFacts } from './report-facts.ts';
import { describeChecks, describeDevices, describeNetworkChecks } from './describe-devices.ts';
import { describeLog } from './describe-log.ts';
import { describeSettings } from './describe-settings.ts';
import { describeTime } from './describe-time.ts';

/** Bytes in UTF-8: what a clipboard, a mail and a ticket all accept. */
const mostBytes = 60_000;
/** Bytes of these reserved for the log, however much the page tells about its devices. */
const keptForLog = 20_000;

/**
 * The report as the user reads it and as it leaves. Every text that we did not write, and that is neither a number nor one of
 * our own codes, goes through `clean`.
 */
export function buildReport(facts: ReportFacts, words: Words, clean: Redaction): string {
  const before = [
    ...describeHead(facts, words),
    ...section(words.report.text.headings.app, describeApp(facts, words)),
    ...section(words.report.text.headings.system, describeSystem(facts, words, clean)),
    ...section(words.report.text.headings.meeting, describeMeeting(facts, words)),
    ...section(words.report.text.headings.network, describeNetwork(facts, words, clean)),
    ...section(words.report.text.headings.networkChecks, describeNetworkChecks(facts.page, words, clean)),
    ...section(words.report.text.headings.devices, describeDevices(facts, words, clean)),
    ...section(words.report.text.headings.checks, describeChecks(facts.page, words, clean)),
    ...section(words.report.text.headings.settings, describeSettings(facts.settings, words, clean)),
  ];
  const told = [...first(before, mostBytes - keptForLog), ...section(words.report.text.headings.log, [])];
  const room = mostBytes - Buffer.byteLength(told.join('\n')) - 2;
  return `${[...told, ...describeLog(facts.log, room, words, clean)].join('\n')}\n`;
}

/** As many of the first lines as fit into so many bytes. */
function first(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  const end = lines.findIndex((line) => (left -= Buffer.byteLength(line) + 1) < 0);
  return end === -1 ? lines : [...lines.slice(0, end), '…'];
}

const section = (heading: string, lines: readonly string[]): readonly string[] => [
  '',
  `== ${heading} ==`,
  ...lines,
];

const describeHead = ({ at }: ReportFacts, { report: { text } }: Words): readonly string[] => [
  text.title,
  text.madeAt(describeTime(at)),
  text.leftOut,
];

function describeApp(
  { versions, runningSince, signIn, service }: ReportFacts,
  words: Words,
): readonly string[] {
  const { text } = words.report;
  const { colon } = words.check;
  const notKept = signIn.name === 'signed-in' ? signIn.notKept : null;
  const trouble = signIn.name === 'signed-out' ? (signIn.trouble ?? signIn.keychain) : notKept;
  const named = typeof trouble === 'object' && trouble !== null ? 'clock-wrong' : trouble;
  const codes = [signIn.name, ...(named === null ? [] : [named])].join(', ');
  return [
    `${text.version}${colon}${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `${text.running}${colon}${describeTime(runningSince)}`,
    `${text.signIn}${colon}${text.signIns[signIn.name]} [${codes}]`,
    `${text.service}${colon}${text.serviceStates[service]}`,
  ];
}

function describeSystem({ system }: ReportFacts, words: Words, clean: Redaction): readonly string[] {
  const { text } = words.report;
  const { colon } = words.check;
  return [
    `${text.system}${colon}${clean.known(`${system.name} ${system.release}`)} (${system.arch})`,
    `${text.locale}${colon}${clean.known(system.locale)}`,
    ...(system.display === null
      ? []
      : [`${text.display}${colon}${clean.text(system.display) || text.unknown}`]),
  ];
}

/** The form that our service uses; another service might send anything. */
const reference = /^[A-Za-z0-9-]{1,20}$/;

function describeMeeting(facts: ReportFacts, words: Words): readonly string[] {
  const { text } = words.report;
  if (facts.reference === null) return [text.noMeeting];
  return [`${text.reference}${words.check.colon}${reference.test(facts.reference) ? facts.reference : '…'}`];
}

function describeNetwork({ network, page }: ReportFacts, words: Words, clean: Redaction): readonly string[] {
  const { text } = words.report;
  const { colon } = words.check;
  const proxy = network.proxy === 'unknown' ? text.unknown : (network.proxy ?? text.noProxy);
  return [
    `${text.online}${colon}${network.online ? text.yes : text.no}`,
    `${text.proxy}${colon}${proxy}`,
    `${text.connection}${colon}${page.connection ?? text.unknown}`,
    `${text.interfaces}${colon}${network.interfaces.map(clean.label).join(', ') || text.none}`,
  ];
}
