import type { FailureCode } from '../../shared/failure.ts';
import type {
  ResolvedSettings,
  SettingSource,
  SettingsProblem,
} from '../../shared/settings/resolve-settings.ts';
import { fileFaultText } from '../../shared/settings/file-fault.ts';
import { settingNames, type SettingName } from '../../shared/settings/settings.ts';
import type { Words } from '../../shared/words/words.ts';

/** The checks, in the order in which they are reported. */
export type CheckName = keyof Words['check']['names'];

/** What only a check can find; each has its words, and the rest are codes of the app. */
type CheckReason = keyof Words['check']['reasons'];

export type CheckOutcome = {
  readonly ok: boolean;
  readonly failure?: FailureCode | CheckReason;
  /** An address or a name for the administrator; nothing secret. */
  readonly detail?: string;
};
export type Check = CheckOutcome & { readonly name: CheckName; readonly ms: number };

/** What `--check --json` prints. */
export type CheckReport = {
  readonly app: { readonly version: string; readonly electron: string; readonly platform: string };
  readonly settings: Readonly<
    Record<SettingName, { readonly value: unknown; readonly source: SettingSource }>
  >;
  readonly problems: readonly SettingsProblem[];
  readonly checks: readonly Check[];
  /** False if the time was up before every check had its answer. */
  readonly complete: boolean;
};

export const settingsTold = ({ values, sources }: ResolvedSettings): CheckReport['settings'] =>
  Object.fromEntries(
    settingNames.map((name) => [name, { value: values[name], source: sources[name] }]),
  ) as CheckReport['settings'];

/** Over ssh there is no keychain, and the app works without one. */
const isWellEnough = ({ ok, failure }: Check): boolean => ok || failure === 'keychain-missing';

/** 0: all is well; 1: a check failed or did not end. */
export const exitCode = ({ checks, complete }: CheckReport): 0 | 1 =>
  complete && checks.every(isWellEnough) ? 0 : 1;

/** A name from a file or an address from a service must not control the terminal, nor reverse the text beside it. */
const printable = (line: string): string => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');

/** The report for people. */
export function reportAsText(
  { app, settings, problems, checks, complete }: CheckReport,
  words: Words,
): string {
  const { check, endings } = words;
  const isOfChecks = (failure: FailureCode | CheckReason): failure is CheckReason => failure in check.reasons;
  const reason = (failure: Check['failure']): string => {
    if (failure === undefined) return check.failed;
    return isOfChecks(failure) ? check.reasons[failure] : endings.failure[failure].title;
  };
  return [
    `Visio-Agents ${app.version} (Electron ${app.electron}, ${app.platform})`,
    '',
    check.settings,
    ...Object.entries(settings).map(
      ([name, { value, source }]) => `  ${name}${check.colon}${JSON.stringify(value)} (${source})`,
    ),
    ...problems.map(
      ({ source, name, problem, because }) =>
        `  ! ${source}, ${name}${check.colon}${because === undefined ? problem : fileFaultText(because, words.fileFaults)}`,
    ),
    '',
    check.checks,
    ...checks.map(
      ({ name, ok, failure, detail }) =>
        `  ${ok ? '✓' : '✗'} ${check.names[name]}${check.colon}${ok ? check.fine : reason(failure)}${detail === undefined ? '' : ` [${detail}]`}`,
    ),
    ...(complete ? [] : [`  ✗ ${check.incomplete}`]),
    '',
  ]
    .map(printable)
    .join('\n');
}
