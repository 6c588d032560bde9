import { uptime } from 'node:os';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { listRegistrySubkeys, listRegistryValues } from '../policies/registry.ts';
import { loadRegistryAddon } from '../policies/registry-addon.ts';
import { wallClock } from '../clocks.ts';
import { readLinuxFacts } from './linux/linux-facts.ts';
import { thisLinux } from './linux/linux-system.ts';
import { readMacosFacts } from './macos-facts.ts';
import type { ReadMediaAccess } from './read-media-access.ts';
import { readWindowsFacts } from './windows/windows-facts.ts';

/** Reads what the system knows about a kind of device, without asking the user or opening a device. */
export type ReadFacts = (kind: DeviceKind) => Promise<SystemFacts>;

/** Ms for each source, and for all of them together. */
const limits = { source: 1_000, all: 1_500 };

/** The reader for this system. `userData`: this app's folder. */
export function factsReader(platform: NodeJS.Platform, status: ReadMediaAccess, userData: string): ReadFacts {
  switch (platform) {
    case 'linux':
      return (kind) =>
        readLinuxFacts(kind, thisLinux(limits.source, userData), AbortSignal.timeout(limits.source));
    case 'darwin':
      return async (kind) => readMacosFacts(kind, status);
    case 'win32': {
      const registry = {
        values: listRegistryValues(loadRegistryAddon),
        subkeys: listRegistrySubkeys(loadRegistryAddon),
      };
      return async (kind) => {
        const bootedAt = wallClock() - uptime() * 1_000;
        return readWindowsFacts(kind, { status, registry, execPath: process.execPath, bootedAt });
      };
    }
    default:
      return async () => nothingTold;
  }
}

type Pace = {
  /** Ms after which a reading that has not ended counts as having told nothing. */
  readonly limitMs?: number;
  /** Ms during which the same answer is given again. */
  readonly everyMs?: number;
  /** Ms, of any monotonic clock. */
  readonly now?: () => number;
};

/**
 * Reads the facts of a kind of device once at a time, and not often, however often the page asks: callers that come meanwhile
 * share one answer. It never rejects, and after `limitMs` it answers that nothing was told. A reading that lasts longer is still
 * waited for before the next one begins.
 */
export function shareReads(
  readFacts: ReadFacts,
  { limitMs = limits.all, everyMs = 500, now = () => performance.now() }: Pace = {},
): ReadFacts {
  const last = new Map<DeviceKind, { facts: Promise<SystemFacts>; endedAt: number | null }>();
  return (kind) => {
    const known = last.get(kind);
    if (known && (known.endedAt === null || now() - known.endedAt < everyMs)) return known.facts;
    const reading = readFacts(kind);
    const next = { facts: inTime(reading, limitMs), endedAt: null as number | null };
    last.set(kind, next);
    const end = (): void => void (next.endedAt = now());
    reading.then(end, end);
    return next.facts;
  };
}

async function inTime(facts: Promise<SystemFacts>, limitMs: number): Promise<SystemFacts> {
  const { promise: late, resolve } = Promise.withResolvers<SystemFacts>();
  const timer = setTimeout(() => resolve({ ...nothingTold, raw: { look: 'no answer' } }), limitMs);
  const told = facts.catch((): SystemFacts => ({ ...nothingTold, raw: { look: 'failed' } }));
  const first = await Promise.race([told, late]);
  clearTimeout(timer);
  return first;
}
