import { err, ok, type Result } from '../../../shared/result.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { createAudit, type Audit } from './audit.ts';
import { openAuditFiles } from './audit-files.ts';

type Deps = {
  readonly config: Pick<Config, 'audit' | 'codeKeys'>;
  readonly now: () => number;
  readonly metrics: Pick<Metrics, 'audited' | 'auditFailures'>;
  readonly log: Pick<Log, 'error'>;
};

const hourMs = 3_600_000;

type Opened = { readonly audit: Audit; reopen(): void };

/** The audit that the configuration asks for, if any; the error is a line for the operator. */
export function openAudit({ config, now, metrics, log }: Deps): Result<Opened, string> {
  const files = config.audit && openAuditFiles(config.audit);
  try {
    // Better found out now than when it would be needed.
    files?.check(now());
  } catch (error) {
    return err(`VISIO_AUDIT_FILE: cannot be written: ${codeOf(error)}`);
  }
  const onFailure = (error: unknown): void => {
    metrics.auditFailures.inc();
    log.error({ cause: codeOf(error) }, 'audit: a line was not written');
  };
  // What is too old goes also in a week in which nobody opens a meeting.
  if (files) setInterval(() => tryTo(() => files.check(now()), onFailure), hourMs).unref();
  const audit = createAudit({
    codeKeys: config.codeKeys,
    now,
    write: (line, at) => files?.write(line, at),
    onNote: (event) => metrics.audited.inc({ event }),
    onFailure,
  });
  return ok({ audit, reopen: () => files?.reopen() });
}

function tryTo(work: () => void, onFailure: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    onFailure(error);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
