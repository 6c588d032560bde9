import type { ReactNode } from 'react';
import { unreachable } from '../../../shared/result.ts';
import { useMeetingStore } from '../../features/meeting/meeting-context.ts';
import { useService } from '../../features/settings/service-context.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { describeEnding, type EndPhase, type Ending } from './describe-ending.ts';
import './ending.css';
import { EndingPicture } from './EndingPicture.tsx';
import { RetryButton } from './RetryButton.tsx';
import { SignInButton } from './SignInButton.tsx';

/** Every way a meeting ends or refuses: what happened, what to do, one button, one quiet link. */
export function EndingPage({ phase }: { readonly phase: EndPhase }): ReactNode {
  const { endings } = useWords();
  const service = useService((store) => store.service);
  const { language } = useLanguage();
  const ending = describeEnding(phase, endings, service, language);
  return (
    <div className="ending">
      <div className="ending__text">
        {/* A second refusal in a row is told again, also to those who only listen. */}
        <PageTitle key={ending.title}>{ending.title}</PageTitle>
        <p className="ending__advice">{ending.advice}</p>
        <div className="ending__actions">
          <MainButton phase={phase} main={ending.main} />
          <QuietLink quiet={ending.quiet} />
        </div>
        {ending.reference && <p className="ending__reference">{endings.reference(ending.reference)}</p>}
      </div>
      <EndingPicture picture={ending.picture} />
    </div>
  );
}

function MainButton({ phase, main }: { readonly phase: EndPhase; readonly main: Ending['main'] }): ReactNode {
  const { endings } = useWords();
  const { getState } = useMeetingStore();
  if (main === 'retry' && phase.name === 'failed') {
    // A new refusal counts its seconds from the beginning.
    return (
      <RetryButton
        key={`${phase.failure.code} ${phase.failure.retryAfter}`}
        after={phase.failure.retryAfter ?? 0}
      />
    );
  }
  if (main === 'sign-in') return <SignInButton />;
  const home = main === 'home';
  return (
    <button
      type="button"
      className="fr-btn"
      onClick={() => (home ? getState().goHome() : void getState().retry())}
    >
      {home ? endings.goHome : endings.comeBack}
    </button>
  );
}

function QuietLink({ quiet }: { readonly quiet: Ending['quiet'] }): ReactNode {
  const { endings } = useWords();
  const { getState } = useMeetingStore();
  const { helpDesk, links } = useService((store) => store.service);
  switch (quiet) {
    case 'home':
      return (
        <button type="button" className="fr-link" onClick={() => getState().goHome()}>
          {endings.goHome}
        </button>
      );
    case 'come-back':
      return (
        <button type="button" className="fr-link" onClick={() => void getState().comeBack()}>
          {endings.comeBack}
        </button>
      );
    case 'help-desk':
      return (
        <OutsideLink page="help-desk" address={helpDesk.url ?? ''}>
          {endings.helpDesk(helpDesk.name)}
        </OutsideLink>
      );
    case 'documentation':
      return (
        <OutsideLink page="documentation" address={links.documentation ?? ''}>
          {endings.documentation}
        </OutsideLink>
      );
    case null:
      return null;
    default:
      return unreachable(quiet);
  }
}
