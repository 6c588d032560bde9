import { bodyFlaws } from './body-flaws.ts';
import { asJson, rightBody, textBody, type Body } from './body.ts';
import { credentialFlaws } from './credential-flaws.ts';
import { headerFlaws } from './header-flaws.ts';
import { pathFlaws } from './path-flaws.ts';
import type { Flaw, Hostile, Right } from './flaw.ts';
import type { Random } from './random.ts';
import type { Route } from './routes.ts';
import type { AttackTargets } from './attack-targets.ts';

const webhook = '/livekit/webhook';

const ofBodies = Object.fromEntries(
  Object.entries(bodyFlaws).map(([name, spoilBody]): [string, Flaw] => [
    `body: ${name}`,
    ({ route, body }, _world, random) => {
      if (route.method === 'GET' || route.path === webhook) return null;
      const text = body?.bytes.toString() ?? '{}';
      const right = JSON.parse(text) as Readonly<Record<string, unknown>>;
      return { body: spoilBody({ right, text, random }) };
    },
  ]),
);

/** All flaws by name, with those of the tokens that this world has. */
export const flawsOf = (world: AttackTargets): Readonly<Record<string, Flaw>> => ({
  ...credentialFlaws(world),
  ...ofBodies,
  ...headerFlaws,
  ...pathFlaws,
});

/** What the route would take from the most powerful person of the meeting. */
export function rightRequest(route: Route, world: AttackTargets, random: Random): Right {
  const { participation, agent } = world.right;
  const token = { participation, agent, 'agent-if-any': agent, none: null }[route.credential];
  return {
    kind: 'right',
    route,
    method: route.method,
    path: route.path,
    headers: { host: world.host, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: bodyFor(route, world, random),
  };
}

function bodyFor({ path, bodies }: Route, world: AttackTargets, random: Random): Body | null {
  if (path === webhook) return textBody(world.message);
  const values = { code: world.codes.right, target: world.target, displayName: 'Paul' };
  return bodies.length > 0 ? asJson(rightBody(random.pick(bodies), values, random)) : null;
}

/** The route's request with this flaw; null if the flaw is none on this route. */
export function spoil(
  kind: string,
  flaw: Flaw,
  route: Route,
  world: AttackTargets,
  random: Random,
): Hostile | null {
  const right = rightRequest(route, world, random);
  const changes = flaw(right, world, random);
  if (!changes) return null;
  const { route: _route, ...request } = right;
  return { ...request, ...changes, kind };
}
