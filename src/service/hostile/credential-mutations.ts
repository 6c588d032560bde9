import { asJson } from './body.ts';
import type { Mutation, Right } from './mutation.ts';
import type { AttackTargets } from './attack-targets.ts';

const due = ({ route }: Right): 'participation' | 'agent' | 'media' | null => {
  if (route.path === '/livekit/webhook') return 'media';
  if (route.credential === 'none') return null;
  return route.credential === 'participation' ? 'participation' : 'agent';
};
const withToken = (right: Right, authorization: string) => ({ headers: { ...right.headers, authorization } });
const without = ({ headers: { authorization: _gone, ...headers } }: Right) => headers;
/** Where a token may be left out, leaving it out is no mutation. */
const needsOne = (right: Right): boolean => due(right) !== null && right.route.credential !== 'agent-if-any';

/** Of the kinds of wrong tokens that there are for what is due. */
const wrongToken =
  (what: string): Mutation =>
  (right, { wrong }, random) => {
    const kind = due(right);
    const tokens = kind && wrong[kind][what];
    if (!tokens) return null;
    // LiveKit names no scheme.
    return withToken(right, `${kind === 'media' ? '' : 'Bearer '}${random.pick(tokens)}`);
  };

const schemes = [
  '',
  'Bearer',
  'Basic TOKEN',
  'bearer:TOKEN',
  'Bearer  TOKEN x',
  'Token TOKEN',
  'TOKEN',
  'Bearer TOKEN, Bearer TOKEN',
  'Bearer "TOKEN"',
  'DPoP TOKEN',
  'Bearer\u00a0TOKEN',
];

/** Where a token must not stand. */
const elsewhere = (token: string, path: string) => [
  { path: `${path}?access_token=${token}` },
  { path: `${path}?token=${token}&authorization=Bearer%20${token}` },
  { headers: { cookie: `authorization=${token}; token=${token}` } },
  { headers: { 'x-authorization': `Bearer ${token}` } },
  { headers: { 'proxy-authorization': `Bearer ${token}` } },
  { headers: { authentication: `Bearer ${token}` } },
  { headers: { 'x-forwarded-user': 'marie', 'x-remote-user': 'marie', 'x-visio-role': 'moderator' } },
  {
    headers: {
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      forwarded: 'for=127.0.0.1;by=127.0.0.1',
    },
  },
  { path: `${path}?__proto__[role]=moderator&constructor=1` },
];

const kindsOf = ({ wrong }: Pick<AttackTargets, 'wrong'>): string[] => [
  ...new Set(Object.values(wrong).flatMap((each) => Object.keys(each))),
];

/** Who asks with what: missing, foreign, forged, expired, replayed, swapped. */
export const credentialMutations = (
  targets: Pick<AttackTargets, 'wrong'>,
): Readonly<Record<string, Mutation>> => ({
  ...Object.fromEntries(kindsOf(targets).map((what) => [`credential: ${what}`, wrongToken(what)])),
  'credential: none': (right) => (needsOne(right) ? { headers: without(right) } : null),
  'credential: another scheme': (right, { right: tokens }, random) => {
    const kind = due(right);
    return kind && withToken(right, random.pick(schemes).replaceAll('TOKEN', tokens[kind]));
  },
  'credential: elsewhere': (right, { right: tokens }, random) => {
    const kind = due(right);
    if (!kind || !needsOne(right)) return null;
    const { headers = {}, path = right.path } = random.pick<{
      headers?: Readonly<Record<string, string>>;
      path?: string;
    }>(elsewhere(tokens[kind], right.path));
    return { path, headers: { ...without(right), ...headers } };
  },
  'credential: of somebody with less power': (right, { weak }, random) => {
    const able = weak.filter(({ calls }) => calls.some((call) => right.path.endsWith(`/${call}`)));
    // Lowering a hand that is not up changes nothing, whoever asks.
    if (able.length === 0 || right.method === 'DELETE') return null;
    return withToken(right, `Bearer ${random.pick(able).token}`);
  },
  'credential: of another meeting': (right, { foreigner, target }, random) => {
    if (!right.path.endsWith('/moderate')) return null;
    const action = random.pick([
      'mute',
      'remove',
      'promote',
      'admit',
      'refuse',
      'lower-hand',
      'set-spotlight',
    ]);
    return { ...withToken(right, `Bearer ${foreigner}`), body: asJson({ action, target }) };
  },
  'credential: a wrong code': (right, { codes }, random) => {
    if (!right.path.includes('/invitations/')) return null;
    const body = JSON.parse(right.body?.bytes.toString() ?? '{}') as object;
    return { body: asJson({ ...body, code: random.pick([...codes.wrong, random.text(40)]) }) };
  },
});
