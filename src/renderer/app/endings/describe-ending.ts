import type { Discovery } from '../../../shared/discovery.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import type { Language } from '../../../shared/settings/settings.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Told, EndingWords } from '../../../shared/words/fr/endings.ts';
import { formatDuration } from '../../ui/format-time.ts';
import type { Phase } from '../../features/meeting/meeting-phase.ts';

export type EndPhase = Extract<Phase, { name: 'left' | 'ended' | 'failed' }>;
export type Picture = 'done' | 'told' | 'no-entry' | 'connection' | 'repair';

/** What the page of an end or a refusal shows. `main`: what its one primary button does. */
export type Ending = Told & {
  readonly picture: Picture;
  readonly reference: string | null;
  readonly main: 'retry' | 'come-back' | 'home' | 'sign-in';
  /** The quiet link beside it. */
  readonly quiet: 'come-back' | 'home' | 'help-desk' | 'documentation' | null;
};

export function describeEnding(
  phase: EndPhase,
  words: EndingWords,
  service: Discovery,
  language: Language,
): Ending {
  const help = service.helpDesk.url ? 'help-desk' : service.links.documentation ? 'documentation' : null;
  switch (phase.name) {
    case 'left': {
      const advice = phase.wasLast ? words.left.linksWillDie : words.left.goesOn;
      const { reference } = phase.admission.meeting;
      return {
        title: words.left.title,
        advice,
        picture: 'done',
        reference,
        main: 'home',
        quiet: 'come-back',
      };
    }
    case 'ended': {
      const { reason, reference } = phase;
      const picture = reason === 'removed' ? 'no-entry' : 'done';
      return { ...words.ended[reason], picture, reference, main: 'home', quiet: help };
    }
    case 'failed': {
      const { code, clockAheadMs } = phase.failure;
      const told = words.failure[code];
      const seats = service.limits.maxParticipants;
      // Sentences that name a number.
      const advice =
        code === 'meeting-full'
          ? words.meetingFull(seats)
          : code === 'clock-wrong' && clockAheadMs !== undefined
            ? words.clockWrong(formatDuration(Math.abs(clockAheadMs), language))
            : told.advice;
      const main = mainOf(code, phase.retry !== null);
      const quiet = main === 'home' ? help : 'home';
      return { title: told.title, advice, picture: pictureOf(code), reference: null, main, quiet };
    }
    default:
      return unreachable(phase);
  }
}

function mainOf(code: FailureCode, canRetry: boolean): Ending['main'] {
  if (!canRetry) return 'home';
  if (code === 'joined-elsewhere') return 'come-back';
  return code === 'not-signed-in' || code === 'session-expired' ? 'sign-in' : 'retry';
}

function pictureOf(code: FailureCode): Picture {
  switch (code) {
    case 'meeting-over':
    case 'joined-elsewhere':
    case 'not-signed-in':
    case 'session-expired':
      return 'told';
    case 'meeting-full':
    case 'meeting-locked':
    case 'removed':
    case 'not-allowed':
    case 'entry-refused':
    case 'not-an-agent':
    case 'no-server':
    case 'certificate-untrusted':
    case 'sign-in-for-another':
    case 'link-invalid':
    case 'server-not-allowed':
    case 'too-many-requests':
      return 'no-entry';
    case 'offline':
    case 'sign-in-unreachable':
    case 'sign-in-answer-wrong':
    case 'proxy-authentication':
    case 'service-unreachable':
    case 'media-unreachable':
    case 'service-busy':
      return 'connection';
    default:
      return 'repair';
  }
}
