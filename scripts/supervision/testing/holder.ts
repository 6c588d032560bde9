import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openGuard } from '../guard.ts';

// A program as the scripts are: it guards a child with two children of its own, one of which left the group, and a directory.
// Tests kill it.
const guard = openGuard();
const directory = mkdtempSync(path.join(tmpdir(), 'visio-agents-guard-'));
guard.removeAtEnd(directory);
const family = `
  const { spawn } = require('node:child_process');
  const patient = ['-e', 'setInterval(() => {}, 1000)'];
  spawn(process.execPath, patient, { stdio: 'ignore' }).once('spawn', () =>
    spawn(process.execPath, patient, { stdio: 'ignore', detached: true }).once('spawn', () => console.log('ready')));
  setInterval(() => {}, 1000);`;
const child = guard.spawn(process.execPath, ['-e', family], { stdio: ['ignore', 'pipe', 'ignore'] });
child.stdout?.once('data', () =>
  console.log(JSON.stringify({ directory, guard: guard.pid(), child: child.pid })),
);
process.stdin.on('data', () => console.log(JSON.stringify({ guard: guard.pid() })));
