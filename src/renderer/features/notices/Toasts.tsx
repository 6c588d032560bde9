import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { Unverified } from '../session/participants/Unverified.tsx';
import type { Toast } from './use-toasts.ts';
import './notices.css';

type Props = {
  readonly toasts: readonly Toast[];
  /** Identities of those who could be taken for a verified agent. */
  readonly unverified: ReadonlySet<string>;
};

export function Toasts({ toasts, unverified }: Props): ReactNode {
  const words = useWords().room;
  return (
    <div role="log" aria-live="polite" aria-label={words.toasts.label} className="toasts">
      {toasts.map(({ id, text, about }) => (
        // Atomic: what is known of somebody only later is not said without their name.
        <p key={id} className="toast" aria-atomic>
          {text} {about !== null && unverified.has(about) && <Unverified />}
        </p>
      ))}
    </div>
  );
}
