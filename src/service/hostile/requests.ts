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
    ({ route, body }, _targets, random) => {
      if (route.method === 'GET' || route.path === webhook) return null;
      const text = body?.bytes.toString() ?? '{}';
      const right = JSON.parse(text) as Readonly<Record<string, unknown>>;
      return { body: spoilBody({ right, text, random }) };
    },
  ]),
);

/** All flaws by name, with those of the tokens of these targets. */
export const flawsOf = (targets: AttackTargets): Readonly<Record<string, Flaw>> => ({
  ...credentialFlaws(targets),
  ...ofBodies,
  ...headerFlaws,
  ...pathFlaws,
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

/** The route's request with this flaw; null if the flaw is none on this route. */
export function spoil(
  kind: string,
  flaw: Flaw,
  route: Route,
  targets: AttackTargets,
  random: Random,
): Hostile | null {
  const right = rightRequest(route, targets, random);
  const changes = flaw(right, targets, random);
  if (!changes) return null;
  const { route: _route, ...request } = right;
  return { ...request, ...changes, kind };
}
