import { bodyMutations } from './body-mutations.ts';
import { asJson, rightBody, textBody, type Body } from './body.ts';
import { credentialMutations } from './credential-mutations.ts';
import { headerMutations } from './header-mutations.ts';
import { pathMutations } from './path-mutations.ts';
import type { Mutation, Hostile, Right } from './mutation.ts';
import type { Random } from './random.ts';
import type { Route } from './routes.ts';
import type { AttackTargets } from './attack-targets.ts';

const webhook = '/livekit/webhook';

const ofBodies = Object.fromEntries(
  Object.entries(bodyMutations).map(([name, spoilBody]): [string, Mutation] => [
    `body: ${name}`,
    ({ route, body }, _targets, random) => {
      if (route.method === 'GET' || route.path === webhook) return null;
      const text = body?.bytes.toString() ?? '{}';
      const right = JSON.parse(text) as Readonly<Record<string, unknown>>;
      return { body: spoilBody({ right, text, random }) };
    },
  ]),
);

/** All mutations by name, with those of the tokens of these targets. */
export const mutationsOf = (targets: AttackTargets): Readonly<Record<string, Mutation>> => ({
  ...credentialMutations(targets),
  ...ofBodies,
  ...headerMutations,
  ...pathMutations,
});

/** What the route would take from the most powerful person of the meeting. */
export function rightRequest(route: Route, targets: AttackTargets, random: Random): Right {
  const { participation, agent } = targets.right;
  const token = { participation, agent, 'agent-if-any': agent, none: null }[route.credential];
  return {
    kind: 'right',
    route,
    method: route.method,
    path: route.path,
    headers: { host: targets.host, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: bodyFor(route, targets, random),
  };
}

function bodyFor({ path, bodies }: Route, targets: AttackTargets, random: Random): Body | null {
  if (path === webhook) return textBody(targets.message);
  const values = { code: targets.codes.right, target: targets.target, displayName: 'Paul' };
  return bodies.length > 0 ? asJson(rightBody(random.pick(bodies), values, random)) : null;
}

/** The route's request with this mutation; null if the mutation is none on this route. */
export function spoil(
  kind: string,
  mutation: Mutation,
  route: Route,
  targets: AttackTargets,
  random: Random,
): Hostile | null {
  const right = rightRequest(route, targets, random);
  const changes = mutation(right, targets, random);
  if (!changes) return null;
  const { route: _route, ...request } = right;
  return { ...request, ...changes, kind };
}
