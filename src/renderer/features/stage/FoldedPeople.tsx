import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useStageView } from '../session/session-context.ts';

/** One line for everybody who has no picture. */
export function FoldedPeople({ count }: { readonly count: number }): ReactNode {
  const { tiles } = useWords().room;
  const choose = useStageView((view) => view.choose);
  return (
    <p className="folded-people">
      {tiles.folded(count)}
      <button
        type="button"
        className="folded-people__show"
        onClick={() => choose({ foldsPictureless: false })}
      >
        {tiles.unfold}
      </button>
    </p>
  );
}
