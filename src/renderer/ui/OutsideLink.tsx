import { useId, useState, type ReactNode } from 'react';
import type { OutsidePage } from '../../shared/calls/app.ts';
import { useBridge } from '../bridge-context.ts';
import './outside-link.css';
import { useWords } from './words-context.ts';

type Props = {
  readonly page: OutsidePage;
  /** Where it leads, to be read before clicking; main alone decides what is opened. */
  readonly address: string;
  readonly children: string;
  readonly className?: string;
};

/** A link to a page outside the app, opened in the user's browser. Under the pointer or the focus it shows its address. */
export function OutsideLink({ page, address, children, className = 'fr-link' }: Props): ReactNode {
  const bridge = useBridge();
  const id = useId();
  const { shell, endings } = useWords();
  const { title, advice } = endings.failure['too-many-requests'];
  const [isRefused, setIsRefused] = useState(false);
  // Main tells by itself of an address that no program opened.
  const open = async (): Promise<void> => {
    const opened = await bridge.call('page:open', page);
    setIsRefused(!opened.ok && opened.error.code === 'too-many-requests');
  };
  // Whoever comes back reads where it leads again.
  const forget = (): void => setIsRefused(false);
  return (
    <>
      <a
        className={`${className} outside-link`}
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        aria-describedby={id}
        onBlur={forget}
        onPointerLeave={forget}
        onClick={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        {children}
        <span id={id} className="outside-link__address" aria-hidden>
          {isRefused ? `${title} ${advice}` : shell.header.opensInBrowser(address)}
        </span>
      </a>
      {isRefused && (
        <span role="alert" className="fr-sr-only">
          {`${title} ${advice}`}
        </span>
      )}
    </>
  );
}
