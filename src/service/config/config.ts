import { z } from 'zod';
import { isLoopbackHost } from '../../shared/loopback-host.ts';
import { limits } from '../../shared/meeting-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { listenAddress, origin, publicOrigin, redisAddress, trustedProxies } from './addresses.ts';
import { agentsOf, agentVariables, missingForAgents } from './agents.ts';
import { brandVariables, brandOf, missingForDesktop } from './brand.ts';
import { keyList } from './key-list.ts';
import { operationOf, operationVariables } from './operation.ts';
import { findMisspeltVariables } from './misspelt-variables.ts';
import { missingForTelephone, telephoneOf, telephoneVariables } from './telephone.ts';
import { missingForWeb, webVariables } from './web.ts';

/** Decimals are allowed, so that a meeting of seconds can be tried; more than the product's limit is not. */
const upTo = (most: number) => z.coerce.number().positive().max(most).default(most);

/**
 * Every variable of this service (docs/service.md tells what each is for). How much it accepts, per minute and at once, and
 * what it tells the operator is in `operation.ts`; `agents.ts` has the sign-in.
 */
const variables = z.object({
  VISIO_PUBLIC_URL: publicOrigin('https:', 'http:'),
  VISIO_HOST: listenAddress.default('127.0.0.1'),
  VISIO_PORT: z.coerce.number().int().min(0).max(65_535),
  VISIO_TRUST_PROXY: trustedProxies,
  VISIO_INSTANCE_NAME: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
  VISIO_LIVEKIT_API_URL: origin(['https:', 'http:']),
  VISIO_LIVEKIT_PUBLIC_URL: publicOrigin('wss:', 'ws:'),
  VISIO_LIVEKIT_API_KEY: z.string(),
  VISIO_LIVEKIT_API_SECRET: z.string(),
  VISIO_CODE_KEYS: keyList,
  VISIO_LIVEKIT_REDIS_URL: redisAddress.optional(),
  VISIO_REDIS_URL: redisAddress.optional(),
  VISIO_MAX_PARTICIPANTS: z.coerce
    .number()
    .int()
    .positive()
    .max(limits.maxParticipants)
    .default(limits.maxParticipants),
  VISIO_MAX_MINUTES: upTo(limits.maxMinutes),
  VISIO_EMPTY_MINUTES: upTo(limits.emptyMinutes),
  VISIO_NEVER_JOINED_MINUTES: upTo(limits.neverJoinedMinutes),
  VISIO_MAX_MEETINGS: z.coerce.number().int().positive().default(2000),
  VISIO_MAX_MEETINGS_PER_AGENT: z.coerce.number().int().positive().default(20),
  VISIO_STORE_FILE: z.string().optional(),
  ...agentVariables,
  ...brandVariables,
  ...telephoneVariables,
  ...operationVariables,
  ...webVariables,
});

export type Config = ReturnType<typeof configOf>;

/** Reads the environment; the error holds one line for each wrong or missing variable, never a value. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, readonly string[]> {
  // An empty variable is one that somebody left blank in a file: the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = variables.safeParse(given);
  const issues = read.error?.issues ?? [];
  const wrong = [
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...(given['VISIO_AUTH'] === 'none' ? openToOthers(given) : []),
    ...missingForAgents(given),
    ...missingForTelephone(given),
    ...missingForWeb(given),
    ...missingForDesktop(given),
    ...findMisspeltVariables(Object.keys(given), Object.keys(variables.shape)),
    ...(given['VISIO_REDIS_URL'] && given['VISIO_STORE_FILE']
      ? ['VISIO_STORE_FILE: must be empty, because VISIO_REDIS_URL is the store']
      : []),
    ...(given['VISIO_REDIS_URL'] && given['VISIO_REDIS_URL'] === given['VISIO_LIVEKIT_REDIS_URL']
      ? ['VISIO_LIVEKIT_REDIS_URL: must be another Redis than VISIO_REDIS_URL, which may not lose its data']
      : []),
  ];
  return read.success && wrong.length === 0 ? ok(configOf(read.data)) : err(wrong);
}

/** What is needed to end rooms, and no more. */
export function readMediaConfig(environment: NodeJS.ProcessEnv) {
  const read = variables
    .pick({
      VISIO_INSTANCE_NAME: true,
      VISIO_LIVEKIT_API_URL: true,
      VISIO_LIVEKIT_API_KEY: true,
      VISIO_LIVEKIT_API_SECRET: true,
    })
    .safeParse(environment);
  if (!read.success)
    return err(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const { VISIO_INSTANCE_NAME: instanceName, ...given } = read.data;
  const livekit = {
    apiUrl: given.VISIO_LIVEKIT_API_URL,
    apiKey: given.VISIO_LIVEKIT_API_KEY,
    apiSecret: given.VISIO_LIVEKIT_API_SECRET,
  };
  return ok({ instanceName, livekit });
}

/** Without sign-in everybody who reaches the service is an agent: only this machine may reach it. */
function openToOthers(given: Readonly<Record<string, string | undefined>>): string[] {
  const { VISIO_HOST: host, VISIO_PUBLIC_URL: publicUrl, VISIO_TRUST_PROXY: proxies } = given;
  const why = 'because VISIO_AUTH=none is for this machine alone';
  const wrong: string[] = [];
  if (host !== undefined && !isLoopbackHost(host === '::1' ? '[::1]' : host)) {
    wrong.push(`VISIO_HOST: must be a loopback address, ${why}`);
  }
  if (publicUrl !== undefined && URL.canParse(publicUrl) && !isLoopbackHost(new URL(publicUrl).hostname)) {
    wrong.push(`VISIO_PUBLIC_URL: must be a loopback address, ${why}`);
  }
  if (proxies !== undefined) wrong.push(`VISIO_TRUST_PROXY: must be empty, ${why}`);
  return wrong;
}

const configOf = (given: z.infer<typeof variables>) => ({
  publicUrl: new URL(given.VISIO_PUBLIC_URL),
  host: given.VISIO_HOST,
  port: given.VISIO_PORT,
  trustProxy: given.VISIO_TRUST_PROXY,
  instanceName: given.VISIO_INSTANCE_NAME,
  livekit: {
    apiUrl: given.VISIO_LIVEKIT_API_URL,
    publicUrl: given.VISIO_LIVEKIT_PUBLIC_URL,
    apiKey: given.VISIO_LIVEKIT_API_KEY,
    apiSecret: given.VISIO_LIVEKIT_API_SECRET,
  },
  codeKeys: given.VISIO_CODE_KEYS,
  limits: {
    maxParticipants: given.VISIO_MAX_PARTICIPANTS,
    maxMinutes: given.VISIO_MAX_MINUTES,
    emptyMinutes: given.VISIO_EMPTY_MINUTES,
    neverJoinedMinutes: given.VISIO_NEVER_JOINED_MINUTES,
    maxMeetings: given.VISIO_MAX_MEETINGS,
    maxMeetingsOfAgent: given.VISIO_MAX_MEETINGS_PER_AGENT,
  },
  /** Either of them, or neither: then a restart forgets everything. */
  redisUrl: given.VISIO_REDIS_URL ?? null,
  /** Null: meetings stay on a media node that is being stopped until it is gone. */
  livekitRedisUrl: given.VISIO_LIVEKIT_REDIS_URL ?? null,
  storeFile: given.VISIO_STORE_FILE ?? null,
  ...agentsOf(given),
  ...brandOf(given),
  ...telephoneOf(given),
  ...operationOf(given),
});
