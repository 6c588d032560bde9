export type Shortcut = {
  readonly scope: 'meeting' | 'app';
  /** Held with it; on a Mac, Command does the same. */
  readonly modifier: 'Control' | null;
  /** Letters and signs as `shortcutKey` gives them, other keys as `KeyboardEvent.code` does. The first is the one that is told. */
  readonly keys: readonly [string, ...string[]];
};

/** Every key of the app: tooltips, `aria-keyshortcuts`, the page « Raccourcis clavier » and the menu of macOS come from here. */
export const shortcuts = {
  microphone: { scope: 'meeting', modifier: 'Control', keys: ['d'] },
  camera: { scope: 'meeting', modifier: 'Control', keys: ['e'] },
  talk: { scope: 'meeting', modifier: null, keys: ['Space'] },
  // Heard by what it closes.
  close: { scope: 'app', modifier: null, keys: ['Escape'] },
  // Heard by main, as browsers have them. « + » is written with Shift on many keyboards, and « = » stands on its key.
  'zoom-in': { scope: 'app', modifier: 'Control', keys: ['+', '='] },
  'zoom-out': { scope: 'app', modifier: 'Control', keys: ['-'] },
  'zoom-reset': { scope: 'app', modifier: 'Control', keys: ['0'] },
  'full-screen': { scope: 'app', modifier: null, keys: ['F11'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutName = keyof typeof shortcuts;

export const shortcutNames = Object.keys(shortcuts) as readonly ShortcutName[];

/** Told one after the other: « Control », « D ». Keys with a name of their own bear it in English. */
export function keyNames(name: ShortcutName): readonly string[] {
  const { modifier, keys } = shortcuts[name];
  const key = keys[0].length === 1 ? keys[0].toUpperCase() : keys[0];
  return modifier === null ? [key] : [modifier, key];
}

/** For `aria-keyshortcuts`, whose names of keys are the English ones. */
export const ariaKeys = (name: ShortcutName): string => keyNames(name).join('+');
