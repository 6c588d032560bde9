import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

// node in-namespace.ts NAMESPACE PROGRAM ARGUMENTS…: runs the program in a network namespace, and lets whoever drives it
// reach its debuggers, which listen on the loopback of that namespace, as if they were here.

const [namespace = '', program = '', ...args] = process.argv.slice(2);
const socket = path.join(tmpdir(), `${namespace}-${process.pid}`);

/** In the namespace; the first line of a connection says to which port it is to go. */
const relay = `
const { createServer, connect } = require('node:net');
createServer((from) => {
  from.once('data', (data) => {
    const end = data.indexOf(10);
    const to = connect(Number(data.subarray(0, end)), '127.0.0.1');
    to.write(data.subarray(end + 1));
    from.pipe(to).pipe(from);
    to.on('error', () => from.destroy());
    from.on('error', () => to.destroy());
  });
}).listen(process.argv[1], () => console.log('ready'));
`;
const inside = ['netns', 'exec', namespace];
const relaying = spawn('ip', [...inside, process.execPath, '-e', relay, socket], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(relaying.stdout, 'data');

async function reach(port: number): Promise<void> {
  const server = createServer((from) => {
    const to = connect(socket);
    to.write(`${port}\n`);
    from.pipe(to).pipe(from);
    to.on('error', () => from.destroy());
    from.on('error', () => to.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

const child = spawn('ip', [...inside, program, ...args], { stdio: ['inherit', 'inherit', 'pipe'] });
let line = '';
let last: Promise<unknown> = Promise.resolve();
child.stderr.setEncoding('utf8').on('data', (text: string) => {
  line += text;
  const lines = line.split('\n');
  line = lines.pop() ?? '';
  for (const each of lines) {
    const port = /listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(each)?.[1];
    // Told only once the way is there: whoever reads it comes at once.
    last = last
      .then(() => (port === undefined ? undefined : reach(Number(port))))
      .then(() => process.stderr.write(`${each}\n`));
  }
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  relaying.kill('SIGKILL');
  process.exit(code ?? 1);
});
