import type { Discovery } from '../../shared/discovery.ts';
import { languages, type Language } from '../../shared/settings/settings.ts';
import { words } from '../../shared/words/words.ts';
import { escapeHtml } from './escape-html.ts';

const ownPages = ['legal', 'privacy', 'terms'] as const;

/** What a page that anybody reaches must say: how accessible it is, and the operator's pages that there are. */
export function landingFooter(links: Discovery['links']): string {
  const said = (language: Language): string => {
    const { footer } = words[language].shell;
    const entries = ownPages.flatMap((page) => {
      const address = links[page];
      return address ? [`<li><a href="${escapeHtml(address)}">${escapeHtml(footer[page])}</a></li>`] : [];
    });
    return `<ul class="said" lang="${language}"><li>${escapeHtml(footer.accessibility)}</li>${entries.join('')}</ul>`;
  };
  return `<footer>${languages.map(said).join('')}</footer>`;
}
