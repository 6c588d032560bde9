import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { PageFooter } from './PageFooter.tsx';
import { PageHeader } from './PageHeader.tsx';
import './shell.css';

/** Header and footer around every page but the meeting's. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const { header } = useWords().shell;
  const contentId = useId();
  return (
    <div className="shell">
      <a
        className="shell__skip fr-link"
        href={`#${contentId}`}
        onClick={(event) => {
          // The address stays as it is: a fragment would be one more page to go back to.
          event.preventDefault();
          document.getElementById(contentId)?.focus();
        }}
      >
        {header.skipToContent}
      </a>
      <PageHeader />
      <main id={contentId} className="shell__content" tabIndex={-1}>
        {children}
      </main>
      <PageFooter />
    </div>
  );
}
