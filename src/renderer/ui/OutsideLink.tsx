import type { ReactNode } from 'react';
import type { OutsidePage } from '../../shared/ipc.ts';
import { useBridge } from '../bridge-context.ts';
import { useWords } from './words-context.ts';

type Props = {
  readonly page: OutsidePage;
  /** Where it leads, to be read before clicking; main alone decides what is opened. */
  readonly address: string;
  readonly children: string;
  readonly className?: string;
};

/** A link to a page outside the app, opened in the user's browser. */
export function OutsideLink({ page, address, children, className = 'fr-link' }: Props): ReactNode {
  const bridge = useBridge();
  const { header } = useWords().shell;
  return (
    <a
      className={className}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={header.opensInBrowser(children)}
      onClick={(event) => {
        event.preventDefault();
        void bridge.call('page:open', page);
      }}
    >
      {children}
    </a>
  );
}
