import { keyNames, type ShortcutName } from '../../../shared/shortcuts/catalogue.ts';
import { useWords } from '../words-context.ts';

/** What the keys of a shortcut are called in the language of the page: « Ctrl », « D ». */
export function useKeyNames(): (name: ShortcutName) => readonly string[] {
  const { keys } = useWords().shortcuts;
  return (name) => keyNames(name).map((key) => keys[key] ?? key);
}
