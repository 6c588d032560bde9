import { shortcuts, type Shortcut, type ShortcutName } from '../../../shared/shortcuts/catalogue.ts';
import { shortcutKey } from '../../../shared/shortcuts/shortcut-key.ts';

export type ShortcutHandler = {
  press(): void;
  /** For keys that act as long as they are held. */
  release?(): void;
  /**
   * What a key with a modifier does while a dialog lies over the page: it may end what others hear or see, as the buttons for
   * that are out of reach then, and begin nothing.
   */
  pressBehindDialog?(): void;
};

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type KeyDown = Key & Pick<KeyboardEvent, 'repeat' | 'preventDefault'>;

export type ShortcutListener = ReturnType<typeof createShortcutListener>;

type Deps = {
  /** The element that has the focus. */
  readonly focused: () => Pick<Element, 'closest'> | null;
  /** While a dialog asks something, keys without a modifier are its own. */
  readonly isDialogOpen: () => boolean;
};

/** Finds whose key was pressed. */
export function createShortcutListener({ focused, isDialogOpen }: Deps) {
  const handlers = new Map<ShortcutName, ShortcutHandler>();
  /** The key that is held since before a dialog opened. */
  let held: string | null = null;

  function pressBehindDialog(event: KeyDown): void {
    for (const [name, handler] of handlers) {
      const shortcut = shortcuts[name];
      if (shortcut.modifier === null || !isPressed(shortcut, event)) continue;
      event.preventDefault();
      if (!event.repeat) handler.pressBehindDialog?.();
      return;
    }
  }

  return {
    /** Returns how to take it away again; a key that is held then is let go. */
    add(name: ShortcutName, handler: ShortcutHandler): () => void {
      handlers.set(name, handler);
      return () => {
        handler.release?.();
        handlers.delete(name);
      };
    },

    keyDown(event: KeyDown): void {
      if (isDialogOpen()) {
        // Repeating, the Space of whoever is speaking would press the button that the dialog gave the focus to.
        if (event.repeat && event.code === held) event.preventDefault();
        pressBehindDialog(event);
        return;
      }
      for (const [name, handler] of handlers) {
        const shortcut = shortcuts[name];
        if (!isPressed(shortcut, event)) continue;
        if (shortcut.modifier === null && wantsKeys(focused())) return;
        // A browser would add a bookmark, go to its address bar, or scroll the page.
        event.preventDefault();
        held = event.code;
        if (!event.repeat) handler.press();
        return;
      }
    },

    keyUp({ code }: Pick<Key, 'code'>): void {
      if (code === held) held = null;
      for (const [name, handler] of handlers) if (isOneOf(shortcuts[name], code)) handler.release?.();
    },

    /** The key that goes up elsewhere is never heard of. */
    blur(): void {
      held = null;
      for (const handler of handlers.values()) handler.release?.();
    },
  };
}

function isPressed(shortcut: Shortcut, event: Key): boolean {
  if (event.altKey || event.shiftKey) return false;
  const hasModifier = event.ctrlKey || event.metaKey;
  return shortcut.modifier === null
    ? !hasModifier && isOneOf(shortcut, event.code)
    : hasModifier && isOneOf(shortcut, shortcutKey(event));
}

const isOneOf = ({ keys }: Shortcut, key: string | null): boolean => keys.some((each) => each === key);

/** Whatever a key without a modifier would press, tick, open or write into. */
const wantsKeys = (element: Pick<Element, 'closest'> | null): boolean =>
  element !== null &&
  element.closest(
    'a, button, input, select, textarea, summary, [contenteditable], [role=button], [role=menuitem], [role=slider]',
  ) !== null;
