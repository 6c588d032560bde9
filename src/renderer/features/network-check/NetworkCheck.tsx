import { RiSignalTowerLine } from '@remixicon/react';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { explainNetwork } from './explain-network.ts';
import { overallStatus, type ResultStatus } from './result-status.ts';
import './network-check.css';
import { NetworkResults } from './NetworkResults.tsx';
import type { NetworkResult } from './results.ts';
import { useNetworkCheck } from './use-network-check.ts';

type Props = { readonly onResult: (result: NetworkResult) => void };

/** « Réseau »: what this network lets through of what a meeting needs, tried out on demand. */
export function NetworkCheck({ onResult }: Props): ReactNode {
  const { network } = useWords();
  const titleId = useId();
  const { state, start, stop } = useNetworkCheck(onResult);
  const running = state.phase === 'running';
  const meaning = state.phase === 'done' ? explainNetwork(state.results) : null;
  return (
    <section className="card network-check" aria-labelledby={titleId}>
      <div className="network-check__head">
        <RiSignalTowerLine className="icon" aria-hidden />
        <h3 className="card__title" id={titleId}>
          {network.title}
        </h3>
      </div>
      <p>{network.lead}</p>
      {/* One button all along, so that the focus stays where it is. */}
      <button
        type="button"
        className="fr-btn fr-btn--secondary network-check__button"
        onClick={running ? stop : start}
      >
        {running ? network.stop : state.phase === 'idle' ? network.check : network.checkAgain}
      </button>
      <div role="status">
        {running && <p>{network.running}</p>}
        {meaning && (
          <div className={alertClasses[overallStatus(meaning)]}>
            <p className="network-check__meaning">{network.meanings[meaning].title}</p>
            <p>{network.meanings[meaning].advice}</p>
          </div>
        )}
      </div>
      {state.phase !== 'idle' && <NetworkResults results={state.results} running={running} />}
    </section>
  );
}

const alertClasses: Readonly<Record<ResultStatus, string>> = {
  good: 'fr-alert fr-alert--success fr-alert--sm',
  minor: 'fr-alert fr-alert--warning fr-alert--sm',
  bad: 'fr-alert fr-alert--error fr-alert--sm',
  none: 'fr-alert fr-alert--info fr-alert--sm',
};
