import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { PickerStart, ScreenKind, ShareableSource } from '../../shared/screen-picker.ts';
import { words } from '../../shared/words/words.ts';
import { settled } from '../testing/settled.ts';
import page from '../picker.html?raw';
import { startPicker } from './start-picker.ts';

const source = (id: string, name: string): ShareableSource => ({
  id,
  name,
  preview: 'data:image/jpeg;base64,eA==',
});
const start: PickerStart = { language: 'fr', words: words.fr.screenShare.picker };

beforeEach(() => {
  document.body.innerHTML = /<form[\s\S]*<\/form>/.exec(page)?.[0] ?? '';
});

/** The window, before a main process with these screens and windows. */
async function open(there: Partial<Record<ScreenKind, ShareableSource[]>> = {}) {
  const now = {
    screen: [source('screen:0:0', 'Écran entier')],
    window: [source('window:1:0', 'Bilan.odt')],
    ...there,
  };
  const main = { access: 'allowed', settings: true };
  const ask = vi.fn(async (name: string, input?: unknown): Promise<unknown> => {
    if (name === 'picker:start') return ok(start);
    if (name === 'picker:open-settings') return main.settings ? ok() : err({ code: 'app-error' });
    if (name !== 'picker:sources') return ok();
    return ok(
      main.access === 'allowed'
        ? { access: 'allowed', sources: now[input as ScreenKind] }
        : { access: 'refused' },
    );
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await startPicker(ask);
  document.querySelector('form')?.removeAttribute('hidden');
  await settled();
  const user = userEvent.setup({ delay: null });
  return {
    user,
    now,
    main,
    asked: (name: string) => ask.mock.calls.filter(([each]) => each === name).map(([, input]) => input),
    async later(ms = 1500) {
      vi.advanceTimersByTime(ms);
      await settled();
    },
  };
}
const share = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Partager' });
const names = () =>
  screen
    .queryAllByRole('radio')
    .map((radio) => radio.closest('label')?.querySelector('.source__name')?.textContent);

test('« Partager » shares the one that was chosen, and nothing before', async () => {
  const { user, asked } = await open();
  expect(share().disabled).toBe(true);
  expect(screen.getByText(/^Les autres voient tout/).hidden).toBe(false);
  await user.click(screen.getByText('Écran entier', { selector: '.source__name' }));
  await user.click(share());
  expect(asked('picker:choose')).toEqual(['screen:0:0']);
});

test('by the keyboard: arrows go between the tabs, Tab to the sources, Enter shares', async () => {
  const { user, asked } = await open();
  screen.getByRole('tab', { name: 'Écran entier' }).focus();
  await user.keyboard('{ArrowRight}');
  await settled();
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Fenêtre', selected: true }));
  await user.tab();
  await user.keyboard(' ');
  await user.keyboard('{Enter}');
  await settled();
  expect(asked('picker:choose')).toEqual(['window:1:0']);
});

test('a double click on one shares it', async () => {
  const { user, asked } = await open();
  await user.dblClick(screen.getByText('Écran entier', { selector: '.source__name' }));
  expect(asked('picker:choose')).toEqual(['screen:0:0']);
});

test('Échap and « Annuler » share nothing', async () => {
  const { user, asked } = await open();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(asked('picker:cancel')).toHaveLength(2);
  expect(asked('picker:choose')).toEqual([]);
});

test('what opens appears, what closes goes, and what was chosen stays chosen as long as it is there', async () => {
  const { user, now, later } = await open();
  await user.click(screen.getByRole('tab', { name: 'Fenêtre' }));
  await settled();
  await user.click(screen.getByText('Bilan.odt'));
  now.window = [source('window:1:0', 'Bilan 2.odt'), source('window:2:0', ' ')];
  await later();
  expect(names()).toEqual(['Bilan 2.odt', 'Fenêtre sans titre']);
  expect(share().disabled).toBe(false);
  now.window = [source('window:2:0', '')];
  await later();
  expect(share().disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toBe("Ce que vous aviez choisi n'est plus ouvert.");
  now.window = [];
  await later();
  expect(screen.getByRole('status').textContent).toMatch(/^Aucune autre fenêtre n'est ouverte/);
});

test('a window without a picture says so, and keeps the last one that it had', async () => {
  const hidden = { ...source('window:1:0', 'Courriel'), preview: null };
  const { now, later } = await open({ screen: [hidden] });
  expect(screen.getByText('Aperçu indisponible')).toBeDefined();
  now.screen = [source('window:1:0', 'Courriel')];
  await later();
  now.screen = [hidden];
  await later();
  expect(document.querySelector('img')?.src).toMatch(/^data:image/);
});

test('a title is text, whatever it says', async () => {
  await open({ screen: [source('screen:0:0', '<img src=x onerror=alert(1)>')] });
  expect(names()).toEqual(['<img src=x onerror=alert(1)>']);
});

test('where the system shows no screen to the app, the way to its settings is there', async () => {
  const { user, main, asked, later } = await open();
  main.access = 'refused';
  main.settings = false;
  await later();
  expect(names()).toEqual([]);
  expect(screen.getByText(/^Les autres voient tout/).hidden).toBe(true);
  expect(screen.getByRole('status').textContent).toMatch(/^Le système ne permet pas/);
  await user.click(screen.getByRole('button', { name: 'Ouvrir les réglages' }));
  expect(asked('picker:open-settings')).toHaveLength(1);
  await later();
  expect(screen.getByRole('status').textContent).toMatch(/^Les réglages ne se sont pas ouverts/);
});
