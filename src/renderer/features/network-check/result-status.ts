import type { NetworkMeaning } from './explain-network.ts';
import type { NetworkResult } from './results.ts';

/** ✓, !, ✗, or neither good nor bad. */
export type ResultStatus = 'good' | 'minor' | 'bad' | 'none';

/** A closed way is no great matter where another one carried the sound. */
export function resultStatus({ name, outcome }: NetworkResult, all: readonly NetworkResult[]): ResultStatus {
  if (outcome === 'works') return 'good';
  if (outcome !== 'fails') return 'none';
  const isOneOfSeveral = name === 'udp' || name === 'turn' || name === 'tcp';
  const arrived = all.some((each) => each.name === 'publish' && each.outcome === 'works');
  return isOneOfSeveral && arrived ? 'minor' : 'bad';
}

export function overallStatus(meaning: NetworkMeaning): ResultStatus {
  switch (meaning) {
    case 'all-well':
    case 'all-well-by-tcp':
      return 'good';
    case 'no-udp':
    case 'relay-only':
      return 'minor';
    case 'service-busy':
    case 'no-check':
    case 'other-media':
    case 'stopped':
      return 'none';
    default:
      return 'bad';
  }
}
