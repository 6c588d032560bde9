import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import type { Toast } from './use-toasts.ts';
import './notices.css';

export function Toasts({ toasts }: { readonly toasts: readonly Toast[] }): ReactNode {
  const words = useWords().room;
  return (
    <div role="log" aria-live="polite" aria-label={words.toasts.label} className="toasts">
      {toasts.map(({ id, text }) => (
        <p key={id} className="toast">
          {text}
        </p>
      ))}
    </div>
  );
}
