import { useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { Unverified } from '../session/participants/Unverified.tsx';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import type { Toast } from '../session/toasts.ts';
import { useArrivals } from './use-arrivals.ts';
import './notices.css';

export function Toasts(): ReactNode {
  const { toasts } = useRoomSession();
  const { unverified } = useRoster();
  useArrivals();
  return <ToastList toasts={useSyncExternalStore(toasts.onChange, toasts.current)} unverified={unverified} />;
}

type Props = {
  readonly toasts: readonly Toast[];
  /** Identities of those who could be taken for a verified agent. */
  readonly unverified: ReadonlySet<string>;
};

export function ToastList({ toasts, unverified }: Props): ReactNode {
  const words = useWords().room;
  return (
    <div role="log" aria-live="polite" aria-label={words.toasts.label} className="toasts">
      {toasts.map(({ id, text, about }) => (
        // Atomic: a mark that appears later is read aloud together with the name it belongs to.
        <p key={id} className="toast" aria-atomic>
          {text} {about !== null && unverified.has(about) && <Unverified />}
        </p>
      ))}
    </div>
  );
}
