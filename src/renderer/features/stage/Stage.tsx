import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useConnection } from '../session/connection/use-connection.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { Alone } from './Alone.tsx';
import { Connecting } from './Connecting.tsx';
import { StageTiles } from './StageTiles.tsx';

type Props = {
  readonly onLeave: () => void;
  /** Null while the links are already shown. */
  readonly onInvite: (() => void) | null;
  /** What lies over the tiles. */
  readonly children: ReactNode;
};

/** The tiles, and what is said in their place while there is nothing or nobody to see. */
export function Stage({ onLeave, onInvite, children }: Props): ReactNode {
  const { region } = useWords().room;
  const connection = useConnection();
  const { participants } = useRoster();
  return (
    <main className="room__stage" aria-label={region}>
      <StageTiles />
      {connection === 'connecting' && <Connecting onLeave={onLeave} />}
      {connection === 'connected' && participants.length === 1 && <Alone onInvite={onInvite} />}
      {children}
    </main>
  );
}
