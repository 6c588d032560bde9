import { uptime } from 'node:os';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { listRegistrySubkeys, listRegistryValues } from '../policies/registry.ts';
import { loadRegistryAddon } from '../policies/registry-addon.ts';
import { lookOnLinux } from './linux/look-on-linux.ts';
import { thisLinux } from './linux/linux-system.ts';
import { lookOnMacos } from './look-on-macos.ts';
import type { MediaStatus } from './media-status.ts';
import { lookOnWindows } from './windows/look-on-windows.ts';

/** What the system says of a kind of device: asks nobody, opens no device. */
export type Look = (kind: DeviceKind) => Promise<SystemFacts>;

/** Ms for each source, and for all of them together. */
const limits = { source: 1_000, all: 1_500 };

/** For this system. */
export function lookOn(platform: NodeJS.Platform, status: MediaStatus): Look {
  switch (platform) {
    case 'linux':
      return (kind) => lookOnLinux(kind, thisLinux(limits.source), AbortSignal.timeout(limits.source));
    case 'darwin':
      return async (kind) => lookOnMacos(kind, status);
    case 'win32': {
      const registry = {
        values: listRegistryValues(loadRegistryAddon),
        subkeys: listRegistrySubkeys(loadRegistryAddon),
      };
      return async (kind) => {
        const bootedAt = Date.now() - uptime() * 1_000;
        return lookOnWindows(kind, { status, registry, execPath: process.execPath, bootedAt });
      };
    }
    default:
      return async () => nothingTold;
  }
}

/**
 * One look at a kind at a time, however often the page asks: whoever comes meanwhile is told the same. Never rejects, and
 * has nothing to tell after `limitMs`.
 */
export function lookOnce(look: Look, limitMs = limits.all): Look {
  const underWay = new Map<DeviceKind, Promise<SystemFacts>>();
  return (kind) => {
    const known = underWay.get(kind);
    if (known) return known;
    const facts = inTime(look(kind), limitMs).finally(() => underWay.delete(kind));
    underWay.set(kind, facts);
    return facts;
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
