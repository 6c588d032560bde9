import { closeSync, constants, mkdirSync, openSync, readdirSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

export type AuditFiles = {
  /** Adds a line to the file of the day (UTC) that `at` (ms since 1970) is in. @throws if it cannot. */
  write(line: string, at: number): void;
  /** @throws if lines of the day that `at` is in could not be written. */
  check(at: number): void;
  /** Reopens the file at the next line: log rotation has moved it. */
  reopen(): void;
};

const dayMs = 86_400_000;
const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
const appendToNoLink = O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY;

/**
 * One file a day, `audit.jsonl` becoming `audit-2026-11-22.jsonl`, readable by its owner alone; those older than `days` are
 * deleted when a day begins, and when the service does. Lines are written whole and at once, before the caller goes on:
 * they are few, and those of several instances may share a file.
 */
export function openAuditFiles({ file, days }: { readonly file: string; readonly days: number }): AuditFiles {
  const { dir, name, ext } = path.parse(file);
  let open: { readonly day: string; readonly handle: number } | null = null;

  function close(): void {
    if (open) closeSync(open.handle);
    open = null;
  }
  function handleFor(day: string): number {
    if (open?.day === day) return open.handle;
    close();
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    // Somebody with write access to the folder must not make us write somewhere else.
    const handle = openSync(path.join(dir, `${name}-${day}${ext}`), appendToNoLink, 0o600);
    open = { day, handle };
    forget(day);
    return handle;
  }
  /** Also what a rotating program has put beside them, as audit-2026-11-22.jsonl.1. */
  function forget(today: string): void {
    const oldest = dayOf(Date.parse(today) - days * dayMs);
    for (const entry of readdirSync(dir)) {
      const day = entry.startsWith(`${name}-`)
        ? /^\d{4}-\d\d-\d\d/.exec(entry.slice(name.length + 1))?.[0]
        : undefined;
      if (day !== undefined && day < oldest && entry.includes(ext)) remove(path.join(dir, entry));
    }
  }

  return {
    write(line, at) {
      writeSync(handleFor(dayOf(at)), `${line}\n`);
    },
    check: (at) => void handleFor(dayOf(at)),
    reopen: close,
  };
}

/** A file that somebody else put there, or keeps open, must not cost a line of today. */
function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is tried again tomorrow.
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
