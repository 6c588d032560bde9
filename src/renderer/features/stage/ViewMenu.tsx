import { RiLayoutGridLine } from '@remixicon/react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useDismiss } from '../../ui/use-dismiss.ts';
import { useWords } from '../../ui/words-context.ts';
import { layouts, selfViews } from '../session/stage-view.ts';
import { useStageView } from '../session/session-context.ts';
import './view-menu.css';

/** « Vue »: how the stage is laid out, and what of it is seen; remembered. */
export function ViewMenu(): ReactNode {
  const { view: words } = useWords().room;
  const view = useStageView((whole) => whole);
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  useDismiss(menu, open, () => {
    setOpen(false);
    opener.current?.focus();
  });
  return (
    <div ref={menu} className="view-menu">
      <button
        ref={opener}
        type="button"
        className="top-bar__button"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        <RiLayoutGridLine size={20} aria-hidden />
        {words.open}
      </button>
      {open && (
        <div id={menuId} className="view-menu__list" role="group" aria-label={words.open}>
          <Choices
            title={words.layout}
            names={words.layouts}
            among={layouts}
            chosen={view.layout}
            onChoose={(layout) => view.choose({ layout })}
          />
          <Choices
            title={words.self}
            names={words.selfViews}
            among={selfViews}
            chosen={view.self}
            onChoose={(self) => view.choose({ self })}
          />
          <label className="view-menu__choice">
            <input
              type="checkbox"
              checked={view.foldsPictureless}
              onChange={({ target }) => view.choose({ foldsPictureless: target.checked })}
            />
            {words.foldPictureless}
          </label>
        </div>
      )}
    </div>
  );
}

type ChoicesProps<T extends string> = {
  readonly title: string;
  readonly names: Readonly<Record<T, string>>;
  readonly among: readonly T[];
  readonly chosen: T;
  readonly onChoose: (choice: T) => void;
};

function Choices<T extends string>({ title, names, among, chosen, onChoose }: ChoicesProps<T>): ReactNode {
  const group = useId();
  return (
    <fieldset className="view-menu__group">
      <legend>{title}</legend>
      {among.map((choice) => (
        <label key={choice} className="view-menu__choice">
          <input type="radio" name={group} checked={choice === chosen} onChange={() => onChoose(choice)} />
          {names[choice]}
        </label>
      ))}
    </fieldset>
  );
}
