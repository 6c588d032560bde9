import type { networkFr } from '../../../shared/words/fr/network.ts';
import type { CheckName, CodeOf, NetworkResult, Outcome } from './results.ts';

/** What the results mean for whoever wants to be in a meeting: one key of the words. */
export type NetworkMeaning = keyof (typeof networkFr)['meanings'];

/** Ends in `stopped` only where the checks did not run to their end. */
export function explainNetwork(results: readonly NetworkResult[]): NetworkMeaning {
  const outcome = (name: CheckName): Outcome | null =>
    results.find((each) => each.name === name)?.outcome ?? null;
  const works = (name: CheckName): boolean => outcome(name) === 'works';
  const service = results.find((each) => each.name === 'service');
  const websocket = results.find((each) => each.name === 'websocket');
  if (!service) return 'stopped';
  if (service.outcome !== 'works') return ofService(service.code);
  if (!websocket) return 'stopped';
  // The service was there, and gave no room to try the rest in.
  if (websocket.outcome === 'skipped') return ofRefusal(websocket.code);
  if (websocket.outcome === 'fails') return 'no-websocket';
  if (outcome('tcp') === null) return 'stopped';
  if (!works('udp') && !works('tcp') && !works('turn')) return 'no-media';
  if (!works('publish')) return 'nothing-arrives';
  if (works('udp')) return 'all-well';
  if (!works('tcp')) return 'relay-only';
  return outcome('udp') === 'not-offered' ? 'all-well-by-tcp' : 'no-udp';
}

/** Why the service did not say what it is. */
function ofService(code: CodeOf<'service'>): NetworkMeaning {
  switch (code) {
    case 'offline':
    case 'no-server':
    case 'certificate-untrusted':
    case 'proxy-authentication':
    case 'not-a-service':
    case 'app-too-old':
      return code;
    default:
      return ofAnswer(code);
  }
}

/** Why the service gave no room. */
function ofRefusal(code: CodeOf<'websocket'>): NetworkMeaning {
  switch (code) {
    case 'media-unreachable':
      return 'media-down';
    // A service of before the check answers so: it knows no such call.
    case 'bad-request':
    case 'not-a-service':
      return 'no-check';
    case 'app-error':
      return 'other-media';
    case 'offline':
    case 'certificate-untrusted':
    case 'proxy-authentication':
    case 'no-server':
      return code;
    default:
      return ofAnswer(code);
  }
}

/** An error that somebody answered with is not the same as no answer. */
function ofAnswer(code: CodeOf<'service' | 'websocket'>): NetworkMeaning {
  switch (code) {
    case 'service-unreachable':
      return 'service-down';
    case 'too-many-requests':
    case 'service-busy':
      return 'service-busy';
    default:
      return 'service-error';
  }
}
