import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Settings } from '../../deploy/settings.ts';
import { resolveLibfaketime } from '../../runtimes/libfaketime.ts';

/** The clock of a machine on which only one program runs. */
export type WrongClock = {
  /** Of that program. */
  readonly environment: Settings;
  /** From now on it is so many seconds ahead; a program that runs sees its time jump, as when somebody sets the clock. */
  setAhead(seconds: number): Promise<void>;
  remove(): Promise<void>;
};

/** Right, until it is set. @throws {Unprepared} without libfaketime. */
export async function openWrongClock(): Promise<WrongClock> {
  const library = await resolveLibfaketime({ log: () => undefined });
  const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-clock-'));
  const file = path.join(directory, 'offset');
  const clock: WrongClock = {
    environment: {
      // Redis's jemalloc asks for the time before libfaketime (0.9.10) can tell it; with glibc's malloc before it nobody does.
      LD_PRELOAD: `${library}:libc.so.6`,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Setting a machine's clock does not touch the one that timers go by.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    async setAhead(seconds) {
      // In one step: read half written it would be another time.
      await writeFile(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}s\n`);
      await rename(`${file}.new`, file);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
  await clock.setAhead(0);
  return clock;
}
