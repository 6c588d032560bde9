import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServiceProcess, type ServiceProcess } from '../testing/service-process.ts';
import { attack, areYouAlive, hostileRequests, readRoutes, tell, type Counts } from './attack.ts';
import { createSender } from './send.ts';
import { startAttackTargets, type AttackTargets } from './attack-targets.ts';

const seed = 20_261_125;
const wanted = 4000;
const batch = 500;

let targets: AttackTargets;
let running: ServiceProcess;
let sender: ReturnType<typeof createSender>;
let said = '';
beforeAll(async () => {
  const here = await startAttackTargets();
  // The same keys, the same issuer, none of the meetings; and LiveKit is away.
  running = await startServiceProcess({ ...here.environment, VISIO_METRICS: 'true' });
  for (const pipe of [running.child.stdout, running.child.stderr])
    pipe?.on('data', (text: Buffer | string) => (said += text.toString()));
  const { host, port } = new URL(running.url);
  targets = { ...here, host };
  sender = createSender(Number(port));
});
afterAll(async () => {
  sender.stop();
  await running.stop('SIGTERM');
  await targets.stop();
});

async function residentMb(): Promise<number> {
  const metrics = await sender.send({ ...areYouAlive, path: '/metrics' });
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics?.text ?? '')?.[1]) / 2 ** 20;
}

test(`a service process that gets ${wanted} hostile requests (seed ${seed}) lives, says nothing and grows by little`, async () => {
  const requests = hostileRequests(seed, await readRoutes(sender, targets), targets);
  const counts: Counts = new Map();
  const resident: number[] = [];
  for (let sent = 0; sent < wanted; sent += batch) {
    expect(await attack(sender, targets, requests, batch, counts)).toEqual([]);
    expect(await sender.send(areYouAlive)).toMatchObject({ status: 200 });
    resident.push(await residentMb());
  }
  expect(said).not.toMatch(/"level":"(?:error|fatal)"|\n\s+at /);
  expect(said).toContain('"msg":"answered"');
  const grown = (resident.at(-1) ?? Infinity) - (resident[1] ?? 0);
  // What V8 has not given back yet counts as well.
  expect(grown).toBeLessThan(100);
  expect([running.child.exitCode, running.child.signalCode]).toEqual([null, null]);
  expect(await running.stop('SIGTERM')).toBe(0);
  process.stdout.write(tell(`${wanted} to a process, seed ${seed}, ${grown.toFixed(0)} MB more`, counts));
});
