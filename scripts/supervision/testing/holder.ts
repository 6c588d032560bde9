import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openGuard } from '../guard.ts';

// A program as the scripts are: it guards a child that has a child of its own, and a directory. Tests kill it.
const guard = openGuard();
const directory = mkdtempSync(path.join(tmpdir(), 'visio-agents-guard-'));
guard.removeAtEnd(directory);
const patient = 'setInterval(() => {}, 1000)';
const parent = `require('node:child_process').spawn(process.execPath, ['-e', '${patient}'], { stdio: 'ignore' }).once('spawn', () => console.log('ready')); ${patient}`;
const child = guard.spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'ignore'] });
child.stdout?.once('data', () =>
  console.log(JSON.stringify({ directory, guard: guard.pid(), child: child.pid })),
);
process.stdin.on('data', () => console.log(JSON.stringify({ guard: guard.pid() })));
