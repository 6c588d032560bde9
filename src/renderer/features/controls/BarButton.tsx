import type { RemixiconComponentType } from '@remixicon/react';
import type { ReactNode } from 'react';
import { ariaKeys, type ShortcutName } from '../../../shared/shortcuts/catalogue.ts';

type Props = {
  readonly icon: RemixiconComponentType;
  /** What it does now: the accessible name, and unless there is another the tooltip. */
  readonly name: string;
  /** Under the icon where there is room. */
  readonly label: string;
  readonly shortcut?: ShortcutName;
  /** Crossed out: the microphone or the camera is off. */
  readonly off?: boolean;
  readonly busy?: boolean;
  /** It can be found and says why it does nothing: the click is still heard. */
  readonly disabled?: boolean;
  /** Something of ours is shown to the others. */
  readonly sharing?: boolean;
  readonly expanded?: boolean;
  readonly tooltip?: string;
  readonly onClick: () => void;
};

export function BarButton(props: Props): ReactNode {
  const {
    icon: Icon,
    name,
    label,
    shortcut,
    off = false,
    busy = false,
    disabled = false,
    sharing = false,
    expanded,
    tooltip = name,
    onClick,
  } = props;
  return (
    <button
      type="button"
      className="bar-button"
      data-off={off}
      data-sharing={sharing}
      aria-label={name}
      aria-busy={busy}
      aria-disabled={disabled}
      aria-expanded={expanded}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      onClick={({ detail, currentTarget }) => {
        // After a click with a pointer, Space must talk, not click again. Keyboard users keep the focus here.
        if (detail > 0) currentTarget.blur();
        onClick();
      }}
    >
      <Icon size={24} aria-hidden />
      <span className="bar-button__label" aria-hidden>
        {label}
      </span>
      <span className="room-tooltip" aria-hidden>
        {tooltip}
      </span>
    </button>
  );
}
