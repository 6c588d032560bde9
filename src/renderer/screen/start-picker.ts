import type { Result } from '../../shared/result.ts';
import type { pickerCalls, PickerStart, ScreenKind, ShareableSources } from '../../shared/screen-picker.ts';
import { byId } from '../own-page.ts';
import { sourceGrid } from './source-grid.ts';

type AskMain = (name: keyof typeof pickerCalls, input?: unknown) => Promise<unknown>;

const kinds: readonly ScreenKind[] = ['screen', 'window'];
/** Ms between two looks: what is shown is nearly live, and a machine with many windows has time for the meeting. */
const everyMs = 1500;

/** Fills the page, and keeps it up to date while the window is open. Ends once it can be shown. */
export async function startPicker(ask: AskMain): Promise<void> {
  const started = (await ask('picker:start')) as Result<PickerStart, unknown>;
  if (!started.ok) return;
  const { language, words } = started.value;
  const [grid, hint, told, settings, share] = ['grid', 'hint', 'told', 'settings', 'share'].map(byId) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLButtonElement,
  ];
  document.documentElement.lang = language;
  document.title = words.title;
  byId('title').textContent = words.title;
  byId('kinds').setAttribute('aria-label', words.kinds);
  byId('cancel').textContent = words.cancel;
  share.textContent = words.share;
  settings.textContent = words.openSettings;

  let kind: ScreenKind = 'screen';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sources = sourceGrid(grid, words, () => {
    share.disabled = false;
    tell('');
  });
  const tell = (text: string): void => {
    if (told.textContent !== text) told.textContent = text;
  };

  function show(answer: Result<ShareableSources, unknown>): void {
    const isRefused = answer.ok && answer.value.access === 'refused';
    settings.hidden = !isRefused;
    const found = answer.ok && answer.value.access === 'allowed' ? answer.value.sources : null;
    // It is about what can be chosen.
    hint.hidden = !found?.length;
    if (!found) {
      sources.clear();
      share.disabled = true;
      return tell(isRefused ? words.refused : words.failed);
    }
    const had = sources.chosen();
    sources.show(found);
    share.disabled = sources.chosen() === null;
    if (found.length === 0) return tell(kind === 'screen' ? words.noScreen : words.noWindow);
    if (had !== null && share.disabled) return tell(words.gone);
    // What was said of a choice that is gone stays until there is another.
    return told.textContent === words.gone ? undefined : tell('');
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    const looked = kind;
    const answer = (await ask('picker:sources', looked)) as Result<ShareableSources, unknown>;
    // Another kind was chosen meanwhile, which is looked at by itself.
    if (looked !== kind) return;
    show(answer);
    clearTimeout(timer);
    timer = setTimeout(() => void look(), everyMs);
  }

  function choose(next: ScreenKind): void {
    kind = next;
    sources.clear();
    grid.dataset['kind'] = kind;
    share.disabled = true;
    settings.hidden = true;
    hint.hidden = true;
    hint.textContent = words[`${kind}Hint`];
    tell(words.looking);
    for (const each of kinds) {
      const tab = byId(`tab-${each}`);
      tab.textContent = words[each];
      tab.setAttribute('aria-selected', String(each === kind));
      tab.tabIndex = each === kind ? 0 : -1;
    }
    byId('sources').setAttribute('aria-labelledby', `tab-${kind}`);
    void look();
  }

  for (const each of kinds) {
    const tab = byId(`tab-${each}`);
    tab.addEventListener('click', () => each !== kind && choose(each));
    tab.addEventListener('keydown', (event) => {
      if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return;
      event.preventDefault();
      choose(each === 'screen' ? 'window' : 'screen');
      byId(`tab-${kind}`).focus();
    });
  }
  const cancel = (): void => void ask('picker:cancel');
  byId('cancel').addEventListener('click', cancel);
  addEventListener('keydown', ({ code }) => {
    if (code === 'Escape') cancel();
  });
  const openSettings = async (): Promise<void> => {
    const opened = (await ask('picker:open-settings')) as Result<void, unknown>;
    if (!opened.ok) told.textContent = words.settingsNotOpened;
  };
  settings.addEventListener('click', () => void openSettings());
  const submit = async (): Promise<void> => {
    const chosen = sources.chosen();
    if (chosen === null) return;
    const taken = (await ask('picker:choose', chosen)) as Result<void, unknown>;
    if (!taken.ok) void look();
  };
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  grid.addEventListener('dblclick', () => void submit());
  choose('screen');
}
