import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiIndeterminateCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Words } from '../../../shared/words/words.ts';
import { useWords } from '../../ui/words-context.ts';
import { resultStatus, type ResultStatus } from './result-status.ts';
import { checkNames, type NetworkResult, type Outcome } from './results.ts';

type Props = { readonly results: readonly NetworkResult[]; readonly running: boolean };

/** Each check in its turn; what was not come to in the end is left out. */
export function NetworkResults({ results, running }: Props): ReactNode {
  const { network } = useWords();
  const next = checkNames.find((name) => !results.some((result) => result.name === name));
  return (
    <ul className="plain-list network-check__results" aria-label={network.results} aria-busy={running}>
      {checkNames.map((name) => {
        const result = results.find((each) => each.name === name);
        if (!result && !running) return null;
        const status = result ? resultStatus(result, results) : 'none';
        return (
          <li key={name} className="network-check__result" data-status={status}>
            {result ? icons[status] : <RiTimeLine className="icon" aria-hidden />}
            <span className="network-check__name">{network.checks[name].name}</span>
            <span className="network-check__outcome">
              {result ? network.outcomes[result.outcome] : name === next ? network.underWay : network.waiting}
            </span>
            <span className="network-check__says">{result && sentenceOf(result, results, network)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** A fallback that the sound took is more than one. */
function sentenceOf(
  { name, outcome }: NetworkResult,
  all: readonly NetworkResult[],
  network: Words['network'],
): string | undefined {
  const sent = all.find((each) => each.name === 'publish' && each.outcome === 'works');
  const way = sent?.code.startsWith('relay') ? 'turn' : sent?.code;
  if (way === name && name !== 'udp') return network.wayTaken;
  const says: Readonly<Partial<Record<Outcome, string>>> = network.checks[name];
  return says[outcome];
}

const icons: Readonly<Record<ResultStatus, ReactNode>> = {
  good: <RiCheckboxCircleFill className="icon" aria-hidden />,
  minor: <RiErrorWarningFill className="icon" aria-hidden />,
  bad: <RiCloseCircleFill className="icon" aria-hidden />,
  none: <RiIndeterminateCircleLine className="icon" aria-hidden />,
};
