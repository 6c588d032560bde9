import type { Discovery } from '../../../shared/discovery.ts';
import type { Language } from '../../../shared/settings/settings.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Told, EndingWords } from '../../../shared/words/fr/endings.ts';
import { formatDuration } from '../../ui/format-time.ts';
import { failureOutcomes, type Outcome } from '../../features/meeting/failure-outcomes.ts';
import type { Phase } from '../../features/meeting/meeting-phase.ts';

export type EndPhase = Extract<Phase, { name: 'left' | 'ended' | 'failed' }>;
export type Picture = 'done' | Outcome['picture'];

/** What the page of an end or a refusal shows. `main`: what its one primary button does. */
export type Ending = Told & {
  readonly picture: Picture;
  readonly reference: string | null;
  readonly main: Outcome['main'];
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
      const { picture, main: afterwards } = failureOutcomes[code];
      const main = phase.retry === null ? 'home' : afterwards;
      const quiet = main === 'home' ? help : 'home';
      return { title: told.title, advice, picture, reference: null, main, quiet };
    }
    default:
      return unreachable(phase);
  }
}
