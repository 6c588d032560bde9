import { faultsOf } from './check-answer.ts';
import { createRandom } from './random.ts';
import type { Hostile } from './mutation.ts';
import { mutationsOf, spoil } from './requests.ts';
import { routesOf, type Route } from './routes.ts';
import type { createSender } from './send.ts';
import type { AttackTargets } from './attack-targets.ts';

type Sender = ReturnType<typeof createSender>;
const atOnce = 16;

/** A request that any service answers, under any name. */
export const areYouAlive: Hostile = {
  kind: 'none',
  method: 'GET',
  path: '/healthz',
  headers: { host: 'any' },
  body: null,
};

/** The calls of the service, by its own document. */
export async function readRoutes({ send }: Sender, { host }: Pick<AttackTargets, 'host'>): Promise<Route[]> {
  const document = await send({ ...areYouAlive, path: '/openapi.json', headers: { host } });
  return routesOf(JSON.parse(document?.text ?? '{}'));
}

/** First every mutation on every route that it can spoil, then any mutation on any of its routes, without end. */
export function* hostileRequests(
  seed: number,
  routes: readonly Route[],
  targets: AttackTargets,
): Generator<Hostile, never> {
  const random = createRandom(seed);
  const routesByKind = new Map<string, Route[]>();
  const mutations = Object.entries(mutationsOf(targets));
  for (const [kind, mutation] of mutations)
    for (const route of routes) {
      const request = spoil(kind, mutation, route, targets, random);
      if (!request) continue;
      routesByKind.set(kind, [...(routesByKind.get(kind) ?? []), route]);
      yield request;
    }
  for (;;) {
    const [kind, mutation] = random.pick(mutations);
    const request = spoil(kind, mutation, random.pick(routesByKind.get(kind) ?? []), targets, random);
    if (request) yield request;
  }
}

/** How many there were of each kind and of each status. */
export type Counts = Map<string, number>;

/** Sends the next so many, and answers what was wrong with the answers, told so that it can be tried again. */
export async function attack(
  { send }: Sender,
  { secrets }: Pick<AttackTargets, 'secrets'>,
  requests: Iterator<Hostile, never>,
  howMany: number,
  counts: Counts,
): Promise<string[]> {
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const faults: string[] = [];
  let left = howMany;
  const ask = async () => {
    while (left > 0) {
      left -= 1;
      const request = requests.next().value;
      const answer = await send(request);
      count(`with the mutation ${request.kind}`);
      count(`answered by ${answer?.status ?? 'closing'}`);
      const { kind, method, path, body } = request;
      const asked = `${kind}: ${method} ${path.slice(0, 100)} ${body?.bytes.toString('latin1').slice(0, 200) ?? ''}`;
      for (const fault of faultsOf(request, answer, secrets))
        faults.push(`${asked}: ${fault}: ${answer?.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return faults;
}

/** One line for each count. */
export const tell = (title: string, counts: Counts): string =>
  [
    title,
    ...[...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, n]) => `${String(n).padStart(6)} ${what}`),
    '',
  ].join('\n');
