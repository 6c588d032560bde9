import type { Result } from '../../shared/result.ts';
import type { pickerCalls, PickerStart, ScreenKind, ShareableSources } from '../../shared/screen-picker.ts';
import { byId } from '../own-page.ts';
import { sourcePanel, type SourcePanel } from './source-panel.ts';

type AskMain = (name: keyof typeof pickerCalls, input?: unknown) => Promise<unknown>;
type Words = PickerStart['words'];

const kinds: readonly ScreenKind[] = ['screen', 'window'];
const tabOf = (kind: ScreenKind): HTMLElement => byId(`tab-${kind}`);
/** Ms between two looks: what is shown is nearly live, and a machine with many windows has time for the meeting. */
const everyMs = 1500;

/** Fills the page, and keeps it up to date while the window is open. Ends once it can be shown. */
export async function startPicker(ask: AskMain): Promise<void> {
  const started = (await ask('picker:start')) as Result<PickerStart, unknown>;
  if (!started.ok) return;
  const { language, words } = started.value;
  document.documentElement.lang = language;
  document.title = words.title;
  write(words);
  const panel = sourcePanel(words);
  const choose = keepLooking(ask, panel);
  answerTabs(choose);
  answerButtons(ask, panel, words);
  choose('screen');
}

function write(words: Words): void {
  byId('title').textContent = words.title;
  byId('kinds').setAttribute('aria-label', words.kinds);
  byId('cancel').textContent = words.cancel;
  byId('share').textContent = words.share;
  byId('settings').textContent = words.openSettings;
  for (const kind of kinds) tabOf(kind).textContent = words[kind];
}

/** Returns the function that chooses what is looked at from now on. */
function keepLooking(ask: AskMain, panel: SourcePanel): (kind: ScreenKind) => void {
  let shown: ScreenKind | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function look(kind: ScreenKind): Promise<void> {
    const answer = (await ask('picker:sources', kind)) as Result<ShareableSources, unknown>;
    // The other was chosen meanwhile, which is looked at by itself.
    if (kind !== shown) return;
    panel.show(kind, answer);
    clearTimeout(timer);
    timer = setTimeout(() => void look(kind), everyMs);
  }
  return (kind) => {
    if (kind === shown) return;
    shown = kind;
    clearTimeout(timer);
    panel.wait(kind);
    for (const each of kinds) {
      tabOf(each).setAttribute('aria-selected', String(each === kind));
      tabOf(each).tabIndex = each === kind ? 0 : -1;
    }
    byId('sources').setAttribute('aria-labelledby', tabOf(kind).id);
    void look(kind);
  };
}

function answerTabs(choose: (kind: ScreenKind) => void): void {
  for (const kind of kinds) {
    const tab = tabOf(kind);
    tab.addEventListener('click', () => choose(kind));
    tab.addEventListener('keydown', (event) => {
      if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return;
      event.preventDefault();
      const other = kind === 'screen' ? 'window' : 'screen';
      choose(other);
      tabOf(other).focus();
    });
  }
}

function answerButtons(ask: AskMain, panel: SourcePanel, words: Words): void {
  const cancel = (): void => void ask('picker:cancel');
  const openSettings = async (): Promise<void> => {
    const opened = (await ask('picker:open-settings')) as Result<void, unknown>;
    if (!opened.ok) panel.tell(words.settingsNotOpened);
  };
  const share = (): void => {
    const id = panel.chosen();
    // Main refuses what is gone by now; the next look says so.
    if (id !== null) void ask('picker:choose', id);
  };
  byId('cancel').addEventListener('click', cancel);
  addEventListener('keydown', ({ code }) => {
    if (code === 'Escape') cancel();
  });
  byId('settings').addEventListener('click', () => void openSettings());
  byId('grid').addEventListener('dblclick', ({ target }) => {
    if (target instanceof Element && target.closest('.source')) share();
  });
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    share();
  });
}
