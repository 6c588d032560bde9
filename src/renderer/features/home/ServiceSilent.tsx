import { useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useService } from '../settings/service-context.ts';

/** Says that the meeting service does not answer; everything else on the page stays usable. */
export function ServiceSilent(): ReactNode {
  const { home } = useWords().shell;
  const missing = useService((store) => store.answer === 'missing');
  const ask = useService((store) => store.ask);
  const [retrying, setRetrying] = useState(false);
  if (!missing && !retrying) return null;
  const retry = async (): Promise<void> => {
    setRetrying(true);
    await ask();
    setRetrying(false);
  };
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm home__silent" role="alert">
      <p>
        <strong>{home.serviceSilent}</strong> {home.serviceSilentAdvice}
      </p>
      <button type="button" className="fr-link" aria-disabled={retrying} onClick={() => void retry()}>
        {retrying ? home.retrying : home.retry}
      </button>
    </div>
  );
}
