import { shortcuts, type ShortcutName } from '../../shared/shortcuts/catalogue.ts';

/** As Electron writes it in a menu of macOS, where Command is held: « + » stands between the keys, so that key has a name. */
export function menuAccelerator(name: ShortcutName): string {
  const [key] = shortcuts[name].keys;
  return `Command+${key === '+' ? 'Plus' : key}`;
}
