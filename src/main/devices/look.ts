import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import { lookOnLinux } from './linux/look-on-linux.ts';
import { thisLinux } from './linux/linux-system.ts';

/** What the system says of a kind of device: asks nobody, opens no device. Never rejects. */
export type Look = (kind: DeviceKind) => Promise<SystemFacts>;

/** Ms for each source, and for all of them together. */
const limits = { source: 1_000, all: 1_500 };

/** One look at a kind at a time, however often the page asks: whoever comes meanwhile is told the same. */
export function lookOnce(look: Look): Look {
  const underWay = new Map<DeviceKind, Promise<SystemFacts>>();
  return (kind) => {
    const known = underWay.get(kind);
    if (known) return known;
    const facts = inTime(look(kind)).finally(() => underWay.delete(kind));
    underWay.set(kind, facts);
    return facts;
  };
}

/** For this system. */
export function lookOn(platform: NodeJS.Platform): Look {
  if (platform !== 'linux') return async () => nothingTold;
  return (kind) => lookOnLinux(kind, thisLinux(limits.source), AbortSignal.timeout(limits.source));
}

async function inTime(facts: Promise<SystemFacts>): Promise<SystemFacts> {
  const { promise: late, resolve } = Promise.withResolvers<SystemFacts>();
  const timer = setTimeout(() => resolve({ ...nothingTold, raw: { look: 'no answer' } }), limits.all);
  const first = await Promise.race([
    facts.catch((): SystemFacts => ({ ...nothingTold, raw: { look: 'failed' } })),
    late,
  ]);
  clearTimeout(timer);
  return first;
}
