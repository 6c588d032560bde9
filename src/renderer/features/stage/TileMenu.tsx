import { RiMoreFill } from '@remixicon/react';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Moderation } from '../../../shared/moderation.ts';
import { useDismiss } from '../../ui/use-dismiss.ts';
import { useWords } from '../../ui/words-context.ts';
import { useStageView } from '../session/session-context.ts';
import { useModerate } from '../session/use-moderate.ts';
import './tile-menu.css';

type Props = {
  /** Of whom, or of what. */
  readonly name: string;
  readonly tileKey: string;
  readonly isPinned: boolean;
  /** A shared screen that is behind another. */
  readonly isBehind: boolean;
  /** What moderators may change of a person; null on a screen. */
  readonly person: Moderated | null;
};
type Moderated = { readonly identity: string; readonly interpreter: boolean; readonly isSpotlit: boolean };

/** ⋯ on a tile: what one may do with it. */
export function TileMenu({ name, tileKey, isPinned, isBehind, person }: Props): ReactNode {
  const { tileMenu } = useWords().room;
  const togglePin = useStageView((view) => view.togglePin);
  const showShare = useStageView((view) => view.showShare);
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  useDismiss(menu, open, close);
  const act = (change: (key: string) => void): void => {
    change(tileKey);
    close();
  };
  return (
    <div ref={menu} className="tile-menu">
      <button
        ref={opener}
        type="button"
        className="icon-button tile-menu__opener"
        aria-label={tileMenu.open(name)}
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        <RiMoreFill size={20} aria-hidden />
      </button>
      {open && (
        <div id={menuId} className="tile-menu__list" role="group" aria-label={tileMenu.open(name)}>
          {isBehind && <Item label={tileMenu.bringToFront} onClick={() => act(showShare)} />}
          <Item label={isPinned ? tileMenu.unpin : tileMenu.pin} onClick={() => act(togglePin)} />
          {person && <ForModerators person={person} onDone={close} />}
        </div>
      )}
    </div>
  );
}

function Item({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode {
  return (
    <button type="button" className="tile-menu__item" onClick={onClick}>
      {label}
    </button>
  );
}

function ForModerators({
  person,
  onDone,
}: {
  readonly person: Moderated;
  readonly onDone: () => void;
}): ReactNode {
  const { tileMenu } = useWords().room;
  const moderate = useModerate();
  if (!moderate) return null;
  const { identity, interpreter, isSpotlit } = person;
  const decide = (decision: Moderation) => (): void => {
    moderate(decision);
    onDone();
  };
  return (
    <>
      <Item
        label={isSpotlit ? tileMenu.endSpotlight : tileMenu.spotlight}
        onClick={decide({ action: 'set-spotlight', target: isSpotlit ? null : identity })}
      />
      <Item
        label={interpreter ? tileMenu.noInterpreter : tileMenu.interpreter}
        onClick={decide({ action: 'set-interpreter', target: identity, on: !interpreter })}
      />
    </>
  );
}
