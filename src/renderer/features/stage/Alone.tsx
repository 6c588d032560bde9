import { RiUserAddLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

type Props = {
  /** Null while the links are already shown. */
  readonly onInvite: (() => void) | null;
};

/** Nobody else is there yet: how they will come. */
export function Alone({ onInvite }: Props): ReactNode {
  const { alone } = useWords().room;
  return (
    <div className="alone">
      <p className="alone__title">{alone.title}</p>
      <p className="alone__hint">{alone.hint}</p>
      {onInvite && (
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onInvite}>
          <RiUserAddLine size={16} aria-hidden />
          {alone.invite}
        </button>
      )}
    </div>
  );
}
