import { z } from 'zod';
import { findings } from './devices/diagnose.ts';
import { deviceKinds } from './devices/system-facts.ts';

const at = z.iso.datetime({ precision: 3 });
const kind = z.enum(deviceKinds);
/** A name that a program gave, never a sentence: of an exception, a check, a failure. */
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);

const foundDevice = z.strictObject({
  kind,
  /** As the browser calls it; '' as long as the page may not open one. */
  label: z.string().max(300),
  /** Whether it is the one in use. */
  chosen: z.boolean(),
});
/** What a check of a device came to. `error`: the exception that the browser threw. */
const deviceCheck = z.strictObject({ at, kind, finding: z.enum(findings), error: code.nullable() });
export type DeviceCheck = z.infer<typeof deviceCheck>;

/** What one part of the network check came to, `ms` after it had begun. */
const networkCheckResult = z.strictObject({
  at,
  name: z.enum(['service', 'websocket', 'udp', 'publish', 'turn', 'tcp']),
  outcome: z.enum(['works', 'fails', 'not-offered', 'skipped']),
  code,
  ms: z.number().int().min(0).max(3_600_000),
});
export type NetworkCheckResult = z.infer<typeof networkCheckResult>;

/** What the page alone knows for the report. Main believes none of it, and lets none of it leave as it came. */
export const pageFindings = z.strictObject({
  devices: z.array(foundDevice).max(60),
  /** The oldest first. */
  checks: z.array(deviceCheck).max(50),
  networkChecks: z.array(networkCheckResult).max(30),
  /** `NetworkInformation`: how fast the browser takes the network to be. */
  connection: z.enum(['slow-2g', '2g', '3g', '4g']).nullable(),
});
export type PageFindings = z.infer<typeof pageFindings>;
