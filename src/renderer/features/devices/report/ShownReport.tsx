import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../../../ui/words-context.ts';
import { useService } from '../../settings/service-context.ts';
import type { Report, ReportState } from './use-report.ts';

type Props = {
  readonly report: Report;
  readonly text: string;
  readonly last: (ReportState & { readonly phase: 'shown' })['last'];
};

/** The report itself, and the three ways in which it leaves. */
export function ShownReport({ report, text, last }: Props): ReactNode {
  const { report: words } = useWords();
  const { name, phone, email } = useService((store) => store.service.helpDesk);
  const desk = [name, email, phone].filter((each) => each).join(', ');
  const region = useRef<HTMLDivElement>(null);
  // Whoever asked for it wants to read it; made again, it is shown anew.
  useEffect(() => region.current?.focus(), []);
  return (
    <>
      <p>
        <strong>{words.read}</strong> {words.foreignNames}
      </p>
      {/* A keyboard scrolls only what can have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={region} role="region" aria-label={words.region} tabIndex={0} className="report__text">
        <pre>{text}</pre>
      </div>
      {desk !== '' && <p className="fr-hint-text">{words.helpDesk(desk)}</p>}
      <div className="report__actions">
        <button type="button" className="fr-btn" onClick={() => void report.copy()}>
          {words.copy}
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={() => void report.save()}>
          {words.save}
        </button>
        {email !== undefined && (
          <button type="button" className="fr-btn fr-btn--secondary" onClick={() => void report.mail()}>
            {words.mail}
          </button>
        )}
      </div>
      <div role="status" className="report__status">
        {last !== null && 'done' in last && (
          <p className={last.done === 'cancelled' ? 'fr-message' : 'fr-message fr-message--valid'}>
            {words.done[last.done]}
          </p>
        )}
        {last !== null && 'failed' in last && (
          <p className="fr-message fr-message--error">{words.failed[last.failed]}</p>
        )}
      </div>
    </>
  );
}
