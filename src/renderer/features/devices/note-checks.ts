import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { DeviceCheck } from '../../../shared/report.ts';

const most = 50;

/** The history of the checks with those whose outcome is news, `at` this time; what was not tried is no check. */
export function noteChecks(
  before: readonly DeviceCheck[],
  diagnoses: readonly Diagnosis[],
  at: string,
): readonly DeviceCheck[] {
  const news = diagnoses
    .filter(({ name }) => name !== 'untested')
    .map(({ kind, name, error }): DeviceCheck => ({ at, kind, finding: name, error: asCode(error) }))
    .filter((check) => {
      const last = before.findLast(({ kind }) => kind === check.kind);
      return last?.finding !== check.finding || last.error !== check.error;
    });
  return news.length === 0 ? before : [...before, ...news].slice(-most);
}

/** Whatever can be thrown may call itself anything. */
const asCode = (error: string | null): string | null =>
  error === null || /^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(error) ? error : 'unknown';
