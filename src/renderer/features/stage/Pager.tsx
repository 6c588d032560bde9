import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

type Props = {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
};

export function Pager({ page, pages, onTurn }: Props): ReactNode {
  const { tiles } = useWords().room;
  return (
    <nav className="pager" aria-label={tiles.page(page + 1, pages)}>
      <button
        type="button"
        className="icon-button"
        aria-label={tiles.previousPage}
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      >
        <RiArrowLeftSLine size={24} aria-hidden />
      </button>
      <span aria-hidden>{tiles.page(page + 1, pages)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={tiles.nextPage}
        disabled={page === pages - 1}
        onClick={() => onTurn(page + 1)}
      >
        <RiArrowRightSLine size={24} aria-hidden />
      </button>
    </nav>
  );
}
