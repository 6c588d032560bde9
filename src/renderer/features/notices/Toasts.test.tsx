import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageContext } from '../../ui/words-context.ts';
import { ToastList } from './Toasts.tsx';

const badge = (text: string) => `<span class="fr-badge fr-badge--warning unverified">${text}</span>`;
const shown = (text: string, unverified: readonly string[], language: 'fr' | 'en' = 'fr') =>
  renderToStaticMarkup(
    <LanguageContext value={{ language, choose: () => undefined }}>
      <ToastList toasts={[{ id: 1, text, about: 'guest' }]} unverified={new Set(unverified)} />
    </LanguageContext>,
  );

test('a notice about somebody who could be taken for a verified agent says so, in the language of the window', () => {
  expect(shown('Marie Gérard a rejoint la réunion.', ['guest'])).toContain(
    `Marie Gérard a rejoint la réunion. ${badge('non vérifié')}</p>`,
  );
  expect(shown('Marie Gérard joined the meeting.', ['guest'], 'en')).toContain(badge('not verified'));
});

test('about everybody else it says nothing of the kind', () => {
  expect(shown('Marie Gérard a rejoint la réunion.', ['somebody else'])).not.toContain('non vérifié');
});

test('a name that imitates the mark is text', () => {
  const notice = shown(`Paul ${badge('non vérifié')} Agent vérifié`, []);
  expect(notice).not.toContain('<span');
  expect(notice).toContain('Paul &lt;span class=');
});
