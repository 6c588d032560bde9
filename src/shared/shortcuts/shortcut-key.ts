/** Of a KeyboardEvent, or of Electron's `Input`. */
export type Pressed = { readonly key: string; readonly code: string };

/** What stands on the keys of a keyboard without letters of another script, where it is a shortcut of ours. */
const signs: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  NumpadAdd: '+',
  NumpadSubtract: '-',
};

/**
 * The letter, digit or sign (ASCII, letters small) that a key stands for in a shortcut: what it writes; and where that is no such
 * character, as on Cyrillic, Greek, Arabic or Hebrew keyboards, or for the digits of a French one, what stands in its place on a
 * keyboard that has them. Null for keys that write nothing.
 */
export function shortcutKey({ key, code }: Pressed): string | null {
  if (/^[!-~]$/.test(key)) return key.toLowerCase();
  // Keys with a name of their own; « Dead », « Process » and « Unidentified » are what stands for a character that is not known.
  if (key.length > 1 && !['Dead', 'Process', 'Unidentified'].includes(key)) return null;
  const [, letter, digit] = /^Key([A-Z])$|^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? digit ?? signs[code] ?? null;
}

/** Keys that write nothing bear the same name on every keyboard. */
export const isNamedKey = ({ key }: Pick<Pressed, 'key'>, name: NamedKey): boolean => key === name;
type NamedKey = 'Enter' | 'Escape' | 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
