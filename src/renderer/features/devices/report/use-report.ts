import { useState } from 'react';
import type { PageFindings } from '../../../../shared/report.ts';
import { useBridge } from '../../../bridge-context.ts';

/** What was last done with the report that is shown, for a moment or until the next. */
type ReportDone = 'made' | 'copied' | 'saved' | 'cancelled' | 'written';
type ReportFailed = 'copied' | 'saved' | 'written';
export type ReportState =
  | { readonly phase: 'none' | 'making' | 'failed' }
  | {
      readonly phase: 'shown';
      readonly text: string;
      readonly last: { readonly done: ReportDone } | { readonly failed: ReportFailed } | null;
    };

export type Report = {
  readonly state: ReportState;
  readonly make: () => Promise<void>;
  readonly copy: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly mail: () => Promise<void>;
};

/** The report: main makes it, keeps it and lets it out; the page shows it and says what became of it. */
export function useReport(findings: () => Promise<PageFindings>): Report {
  const bridge = useBridge();
  const [state, setState] = useState<ReportState>({ phase: 'none' });
  const tell = (last: { done: ReportDone } | { failed: ReportFailed } | null): void =>
    setState((before) => (before.phase === 'shown' ? { ...before, last } : before));

  return {
    state,
    async make() {
      if (state.phase === 'making') return;
      setState({ phase: 'making' });
      const made = await bridge.call('report:make', await findings());
      setState(made.ok ? { phase: 'shown', text: made.value, last: { done: 'made' } } : { phase: 'failed' });
    },
    async copy() {
      tell(null);
      const copied = await bridge.call('report:copy');
      tell(copied.ok ? { done: 'copied' } : { failed: 'copied' });
    },
    async save() {
      tell(null);
      const saved = await bridge.call('report:save');
      tell(saved.ok ? { done: saved.value } : { failed: 'saved' });
    },
    async mail() {
      tell(null);
      // A mail that is one too many is refused before main copies anything, and the page then says that the report is copied.
      await bridge.call('report:copy');
      const written = await bridge.call('report:mail');
      tell(written.ok ? { done: 'written' } : { failed: 'written' });
    },
  };
}
