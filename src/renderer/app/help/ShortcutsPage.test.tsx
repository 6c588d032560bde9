import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Language } from '../../../shared/settings/settings.ts';
import { shortcutNames } from '../../../shared/shortcuts/catalogue.ts';
import { LanguageContext } from '../../ui/words-context.ts';
import { ShortcutsPage } from './ShortcutsPage.tsx';

/** Each line as it is read: what a shortcut does, then its keys. */
function linesIn(language: Language): readonly string[] {
  const page = renderToStaticMarkup(
    <LanguageContext value={{ language, choose: () => undefined }}>
      <ShortcutsPage onClose={() => undefined} />
    </LanguageContext>,
  );
  return [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(
    ([, does = '', keys = '']) => `${does}: ${keys.replaceAll(/<[^>]+>/g, '')}`,
  );
}

test('every key of the catalogue is told, in the language of the page', () => {
  const french = linesIn('fr');
  expect(french).toHaveLength(shortcutNames.length);
  expect(french).toContain('Activer ou couper le micro: Ctrl+D');
  expect(french.join('\n')).toContain(': Espace');
  expect(french).toContain('Agrandir l&#x27;affichage: Ctrl++');
  expect(linesIn('en')).toContain('Turn the camera on or off: Ctrl+E');
});
