import type { ReactNode } from 'react';

/** For a device that is not opened unasked. */
export function TryButton({
  label,
  onTry,
}: {
  readonly label: string;
  readonly onTry: () => void;
}): ReactNode {
  return (
    <div>
      <button type="button" className="fr-btn fr-btn--secondary" onClick={onTry}>
        {label}
      </button>
    </div>
  );
}
