import { createHash } from 'node:crypto';
import type { Language } from '../../shared/settings.ts';
import { words } from '../../shared/words/words.ts';

export type Landing =
  { readonly kind: 'open'; readonly appLink: string } | { readonly kind: 'dead' | 'too-many' };

const style = `
:root{color-scheme:light dark;--page:#f6f6f6;--card:#fff;--text:#161616;--quiet:#5d5d5d;--line:#e5e5e5;--blue:#000091;--on-blue:#f5f5fe;--hover:#1212ff}
@media (prefers-color-scheme:dark){:root{--page:#161616;--card:#1e1e1e;--text:#fff;--quiet:#a8a8a8;--line:#353535;--blue:#8585f6;--on-blue:#000091;--hover:#b1b1f9}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--page);color:var(--text);font:16px/1.5 Marianne,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{width:100%;max-width:560px;padding:40px;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--blue)}
.brand{margin:0 0 32px;color:var(--quiet);font-size:14px}
.brand b{display:block;color:var(--text);font-size:16px}
h1{margin:0 0 16px;font-size:28px;line-height:1.25}
p{margin:0 0 24px}
.open{display:inline-block;padding:12px 24px;background:var(--blue);color:var(--on-blue);font-weight:500;text-decoration:none}
.open:hover{background:var(--hover)}
a:focus-visible{outline:2px solid #0a76f6;outline-offset:2px}
.small{margin:24px 0 0;color:var(--quiet);font-size:14px}
@media (max-width:480px){main{padding:24px}.open{display:block;text-align:center}}
@media (forced-colors:active){.open{border:1px solid LinkText}}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing is loaded, run or sent: the page is these bytes and one style sheet, named by its hash. */
export const landingPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page behind an invitation link: plain HTML that works in any browser and any mail client's preview. */
export function landingPage(
  landing: Landing,
  language: Language,
  brand: { readonly organisation: string; readonly service: string },
): string {
  const { landing: said } = words[language];
  const title =
    landing.kind === 'open' ? said.title : landing.kind === 'dead' ? said.deadTitle : said.tooManyTitle;
  const body =
    landing.kind === 'open'
      ? `<p>${escape(said.invited)}</p>
<a class="open" href="${escape(landing.appLink)}">${escape(said.openInApp)}</a>
<p class="small">${escape(said.nothingHappens)}</p>`
      : `<p>${escape(landing.kind === 'dead' ? said.deadAdvice : said.tooManyAdvice)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="brand"><b>${escape(brand.organisation)}</b>${escape(brand.service)}</p>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** French unless English is preferred to it (RFC 9110, Accept-Language). */
export function preferredLanguage(accepted: string | undefined): Language {
  const weights = { fr: 0, en: 0 };
  for (const range of (accepted ?? '').toLowerCase().split(',')) {
    const [, language, quality = '1'] =
      /^\s*(fr|en)(?:-[a-z0-9-]*)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(range) ?? [];
    if (language === 'fr' || language === 'en')
      weights[language] = Math.max(weights[language], Number(quality));
  }
  return weights.en > weights.fr ? 'en' : 'fr';
}
