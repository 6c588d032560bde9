import { useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useService } from '../settings/service-context.ts';

/** Says why the meeting service cannot be had; everything else on the page stays usable. */
export function ServiceUnreachable(): ReactNode {
  const { shell, endings } = useWords();
  const { home } = shell;
  const trouble = useService((store) => store.trouble);
  const missing = useService((store) => store.answer === 'missing');
  const ask = useService((store) => store.ask);
  const [retrying, setRetrying] = useState(false);
  if (!missing && !retrying) return null;
  const retry = async (): Promise<void> => {
    setRetrying(true);
    await ask();
    setRetrying(false);
  };
  const told =
    trouble === 'service-unreachable'
      ? { title: home.serviceSilent, advice: home.serviceSilentAdvice }
      : endings.failure[trouble];
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm home__unreachable" role="alert">
      <p>
        <strong>{told.title}</strong> {told.advice}
      </p>
      <button type="button" className="fr-link" aria-disabled={retrying} onClick={() => void retry()}>
        {retrying ? home.retrying : home.retry}
      </button>
    </div>
  );
}
