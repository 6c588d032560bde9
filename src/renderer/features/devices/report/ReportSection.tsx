import { RiFileTextLine } from '@remixicon/react';
import { useId, type ReactNode } from 'react';
import type { PageFindings } from '../../../../shared/report.ts';
import { useWords } from '../../../ui/words-context.ts';
import { reportButtonId } from './go-to-report.ts';
import './report.css';
import { ShownReport } from './ShownReport.tsx';
import { useReport } from './use-report.ts';

type Props = { readonly findings: () => Promise<PageFindings> };

/** « Envoyer un rapport à l'assistance »: to be read first, and then copied, saved or mailed. */
export function ReportSection({ findings }: Props): ReactNode {
  const { report: words } = useWords();
  const titleId = useId();
  const report = useReport(findings);
  const { state } = report;
  const isMaking = state.phase === 'making';
  return (
    <section className="card report" aria-labelledby={titleId}>
      <div className="report__head">
        <RiFileTextLine className="icon" aria-hidden />
        <h3 className="card__title" id={titleId}>
          {words.title}
        </h3>
      </div>
      <p>{words.lead}</p>
      <button
        type="button"
        id={reportButtonId}
        className="fr-btn fr-btn--secondary"
        aria-disabled={isMaking}
        aria-busy={isMaking}
        onClick={() => void report.make()}
      >
        {isMaking ? words.making : state.phase === 'shown' ? words.again : words.make}
      </button>
      {state.phase === 'failed' && (
        <p role="alert" className="fr-message fr-message--error">
          {words.makeFailed}
        </p>
      )}
      {state.phase === 'shown' && <ShownReport report={report} text={state.text} last={state.last} />}
    </section>
  );
}
