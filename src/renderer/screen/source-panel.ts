import type { Result } from '../../shared/result.ts';
import type { PickerStart, ScreenKind, ShareableSources } from '../../shared/screen-picker.ts';
import { byId } from '../own-page.ts';
import { sourceGrid } from './source-grid.ts';

export type SourcePanel = {
  /** Nothing is known of this kind yet. */
  wait(kind: ScreenKind): void;
  /** What main has answered of it. */
  show(kind: ScreenKind, answer: Result<ShareableSources, unknown>): void;
  tell(text: string): void;
  /** The id of what is chosen. */
  chosen(): string | null;
};

/** What lies under the tabs: what can be chosen, or why there is nothing, and whether « Partager » can be clicked. */
export function sourcePanel(words: PickerStart['words']): SourcePanel {
  const [hint, told, settings] = [byId('hint'), byId('told'), byId('settings')];
  const share = byId('share') as HTMLButtonElement;
  const grid = byId('grid');
  const sources = sourceGrid(grid, words, () => {
    share.disabled = false;
    tell('');
  });
  const tell = (text: string): void => {
    if (told.textContent !== text) told.textContent = text;
  };
  function nothing(text: string, isRefused = false): void {
    sources.clear();
    share.disabled = true;
    settings.hidden = !isRefused;
    // It is about what can be chosen.
    hint.hidden = true;
    tell(text);
  }
  return {
    tell,
    chosen: sources.chosen,
    wait(kind) {
      grid.dataset['kind'] = kind;
      hint.textContent = words[`${kind}Hint`];
      nothing(words.looking);
    },
    show(kind, answer) {
      if (!answer.ok) return nothing(words.failed);
      if (answer.value.access === 'refused') {
        const isToldMore = told.textContent === words.settingsNotOpened;
        return nothing(isToldMore ? words.settingsNotOpened : words.refused, true);
      }
      const found = answer.value.sources;
      if (found.length === 0) return nothing(kind === 'screen' ? words.noScreen : words.noWindow);
      const had = sources.chosen();
      sources.show(found);
      share.disabled = sources.chosen() === null;
      settings.hidden = true;
      hint.hidden = false;
      if (had !== null && share.disabled) return tell(words.gone);
      // That a choice is gone stands there until there is another.
      return told.textContent === words.gone ? undefined : tell('');
    },
  };
}
