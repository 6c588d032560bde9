import { parseArgs } from 'node:util';
import { logToStderr as log, reportAndExit } from './log.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { untilTold } from './supervision/lifetime.ts';

// A LiveKit server and a meeting service on loopback, until it is told to end.
// With --json one line on stdout says where they are; the input line « pids » asks for it again (a program that died has
// another process id afterwards).

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
let stack: Stack | undefined;

function describe({ serviceUrl, livekitUrl, pids, apiKey, apiSecret }: Stack): string {
  if (values.json) return JSON.stringify({ serviceUrl, livekitUrl, pids, apiKey, apiSecret });
  return [
    `Meeting service  ${serviceUrl}   (process ${pids.service})`,
    `LiveKit          ${livekitUrl}   (process ${pids.livekit})`,
    `Keys of LiveKit  ${apiKey}  ${apiSecret}`,
    'Ctrl-C ends both.',
  ].join('\n');
}

const told = untilTold({
  onInput: (line) => {
    if (line.trim() === 'pids' && stack) console.log(describe(stack));
  },
});

try {
  const { promise: hopeless, resolve: onGiveUp } = Promise.withResolvers<string>();
  const first = await Promise.race([
    told,
    startStack({ log, onGiveUp, ...(values.json ? {} : { serviceLog: log }) }),
  ]);
  if (typeof first === 'string') {
    log(`Ending: ${first}.`);
    // There is nothing to end in order yet: what was begun ends with this process.
    process.exit(0);
  }
  stack = first;
  console.log(describe(stack));
  const outcome = await Promise.race([
    told.then((reason) => ({ reason: `${reason}.`, code: 0 })),
    hopeless.then((reason) => ({ reason, code: 1 })),
  ]);
  log(`Ending: ${outcome.reason}`);
  await stack.stop();
  process.exit(outcome.code);
} catch (error) {
  reportAndExit(error);
}
