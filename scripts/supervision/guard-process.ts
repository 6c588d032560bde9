import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { killGroup, killOne } from './kill.ts';
import { descendantsOf } from './process-table.ts';

// Runs as a process of its own. Its standard input is a pipe whose only other end is held by the process that it guards:
// the system closes it however that process dies, kill -9 included. What is listed by then ends here.
const pids = new Set<number>();
const paths = new Set<string>();

// Only the pipe decides: a stray signal must not leave the guarded processes without a guard.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const orders: Record<string, (argument: string) => void> = {
  watch: (pid) => pids.add(Number(pid)),
  forget: (pid) => pids.delete(Number(pid)),
  remove: (path) => paths.add(path),
  keep: (path) => paths.delete(path),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [order = '', argument = ''] = line.split(/ (.*)/s);
  orders[order]?.(argument);
}
// Descendants that left the group too, such as the applications that a test runner started: looked up while their parents live.
const descendants = [...pids].flatMap((pid) => descendantsOf(pid));
for (const pid of pids) killGroup(pid);
for (const pid of descendants) killOne(pid);
// Retries: a process that was just killed may still hold a file in there for some milliseconds.
for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
