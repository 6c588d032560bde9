import { uptime } from 'node:os';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { listRegistrySubkeys, listRegistryValues } from '../policies/registry.ts';
import { loadRegistryAddon } from '../policies/registry-addon.ts';
import { wallClock } from '../clocks.ts';
import { lookOnLinux } from './linux/linux-facts.ts';
import { thisLinux } from './linux/linux-system.ts';
import { lookOnMacos } from './macos-facts.ts';
import type { MediaStatus } from './media-status.ts';
import { lookOnWindows } from './windows/windows-facts.ts';

/** What the system says of a kind of device: asks nobody, opens no device. */
export type Look = (kind: DeviceKind) => Promise<SystemFacts>;

/** Ms for each source, and for all of them together. */
const limits = { source: 1_000, all: 1_500 };

/** For this system. `userData`: this app's folder. */
export function lookOn(platform: NodeJS.Platform, status: MediaStatus, userData: string): Look {
  switch (platform) {
    case 'linux':
      return (kind) =>
        lookOnLinux(kind, thisLinux(limits.source, userData), AbortSignal.timeout(limits.source));
    case 'darwin':
      return async (kind) => lookOnMacos(kind, status);
    case 'win32': {
      const registry = {
        values: listRegistryValues(loadRegistryAddon),
        subkeys: listRegistrySubkeys(loadRegistryAddon),
      };
      return async (kind) => {
        const bootedAt = wallClock() - uptime() * 1_000;
        return lookOnWindows(kind, { status, registry, execPath: process.execPath, bootedAt });
      };
    }
    default:
      return async () => nothingTold;
  }
}

type Pace = {
  /** Ms after which a look that goes on has told nothing. */
  readonly limitMs?: number;
  /** Ms in which the same is told again. */
  readonly everyMs?: number;
  /** Ms, of any clock that only goes on. */
  readonly now?: () => number;
};

/**
 * One look at a kind at a time, and few of them, however often the page asks: whoever comes meanwhile is told the same. Never
 * rejects, and has nothing to tell after `limitMs`; what goes on after that is waited for before the next begins.
 */
export function lookOnce(
  look: Look,
  { limitMs = limits.all, everyMs = 500, now = () => performance.now() }: Pace = {},
): Look {
  const last = new Map<DeviceKind, { facts: Promise<SystemFacts>; endedAt: number | null }>();
  return (kind) => {
    const known = last.get(kind);
    if (known && (known.endedAt === null || now() - known.endedAt < everyMs)) return known.facts;
    const looking = look(kind);
    const next = { facts: inTime(looking, limitMs), endedAt: null as number | null };
    last.set(kind, next);
    const end = (): void => void (next.endedAt = now());
    looking.then(end, end);
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
