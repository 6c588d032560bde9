import { z } from 'zod';
import { isLoopbackHost } from '../../shared/loopback-host.ts';
import { parseAgentRule } from '../agents/agent-rule.ts';
import type { AgentsConfig } from '../agents/find-agent.ts';

/** An issuer's name is compared letter for letter, so it is kept as it was written. */
const issuer = z.string().refine((text) => {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return safe && username === '' && password === '';
}, 'must be an https address (http on loopback only) without query or fragment');

const rule = z.string().transform((text, context) => {
  const read = parseAgentRule(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: 'must be claim=value[,value]' });
  return z.NEVER;
});

const text = z.string().max(1000);

/** How agents are known (docs/service.md tells what each is for). */
export const agentVariables = {
  VISIO_AUTH: z.enum(['oidc', 'none'], 'must be oidc or none'),
  VISIO_OIDC_ISSUER: issuer.optional(),
  VISIO_OIDC_AUDIENCE: text.optional(),
  VISIO_OIDC_CLIENT_ID: text.optional(),
  VISIO_OIDC_NAME_CLAIM: text.default('name'),
  VISIO_OIDC_INTROSPECTION: z
    .enum(['never', 'opaque', 'required'], 'must be never, opaque or required')
    .default('never'),
  VISIO_OIDC_INTROSPECTION_CLIENT_ID: text.optional(),
  VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: text.optional(),
  VISIO_AGENT_RULE: rule.optional(),
};
const all = z.object(agentVariables);

/** One line for each variable that sign-in needs and nobody gave. */
export function missingForAgents(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given['VISIO_AUTH'] !== 'oidc') return [];
  const asks = ['opaque', 'required'].includes(given['VISIO_OIDC_INTROSPECTION'] ?? '');
  const forIntrospection = ['VISIO_OIDC_INTROSPECTION_CLIENT_ID', 'VISIO_OIDC_INTROSPECTION_CLIENT_SECRET'];
  const missing = (names: readonly string[], because: string) =>
    names
      .filter((name) => given[name] === undefined)
      .map((name) => `${name}: must be given, because ${because} needs it`);
  return [
    ...missing(['VISIO_OIDC_ISSUER', 'VISIO_OIDC_AUDIENCE', 'VISIO_OIDC_CLIENT_ID'], 'VISIO_AUTH=oidc'),
    ...(asks ? missing(forIntrospection, 'VISIO_OIDC_INTROSPECTION') : []),
    // An operator who created a client for introspection believes that tokens are checked.
    ...(given['VISIO_OIDC_INTROSPECTION'] === undefined &&
    forIntrospection.some((name) => given[name] !== undefined)
      ? [
          'VISIO_OIDC_INTROSPECTION: must be given (opaque, required or never), because there is a client for it',
        ]
      : []),
  ];
}

/** What was given, once nothing is missing; `agents` is null without sign-in, `signIn` is what the app must know of it. */
export function agentsOf(given: z.infer<typeof all>): {
  readonly agents: AgentsConfig | null;
  readonly signIn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly resource: string | null;
  } | null;
} {
  const { VISIO_OIDC_ISSUER: from, VISIO_OIDC_AUDIENCE: audience, VISIO_OIDC_CLIENT_ID: appId } = given;
  if (given.VISIO_AUTH === 'none' || !from || !audience || !appId) return { agents: null, signIn: null };
  const { VISIO_OIDC_INTROSPECTION_CLIENT_ID: clientId, VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: secret } =
    given;
  const of = given.VISIO_OIDC_INTROSPECTION === 'required' ? 'every-token' : 'opaque-tokens';
  const asks = given.VISIO_OIDC_INTROSPECTION !== 'never' && clientId && secret;
  return {
    agents: {
      issuer: from,
      audience,
      nameClaim: given.VISIO_OIDC_NAME_CLAIM,
      rule: given.VISIO_AGENT_RULE ?? null,
      introspection: asks ? { of, clientId, clientSecret: secret } : null,
    },
    // A resource is an address (RFC 8707); an issuer with other names for audiences adds ours by itself.
    signIn: { issuer: from, clientId: appId, resource: URL.canParse(audience) ? audience : null },
  };
}
