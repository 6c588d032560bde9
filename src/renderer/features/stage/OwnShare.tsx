import { RiComputerLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

/** Our own screen, as a sign: its picture would show itself in itself, without end. */
export function OwnShare(): ReactNode {
  const { tiles } = useWords().room;
  return (
    <span className="own-share">
      <RiComputerLine size={32} aria-hidden />
      {tiles.ownShare}
    </span>
  );
}
