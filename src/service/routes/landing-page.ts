import type { Discovery } from '../../shared/discovery.ts';
import type { Meeting } from '../../shared/meeting.ts';
import { dialLink, sayPin } from '../../shared/telephone.ts';
import { languages, type Language } from '../../shared/settings/settings.ts';
import type { LandingWords } from '../../shared/words/fr/landing.ts';
import { words } from '../../shared/words/words.ts';
import { escapeHtml } from './escape-html.ts';
import { landingFooter } from './landing-footer.ts';
import { landingStyle } from './landing-style.ts';
import type { Device } from './landing-visitor.ts';

type OpenMeeting = {
  readonly kind: 'open';
  readonly appLink: string;
  /** Null where there is no web client. */
  readonly browserLink: string | null;
  readonly telephone: Meeting['telephone'];
  /** Ms since 1970. */
  readonly expiresAt: number;
  readonly device: Device;
};
/** What a page says in a heading and a sentence. */
type Refused = 'dead' | 'too-many' | 'unreadable';
export type Landing = OpenMeeting | { readonly kind: Refused };
export type Operator = Pick<Discovery, 'brand' | 'links'>;

/** The page behind an invitation link, in all languages: plain HTML that works in any browser and any preview. */
export function landingPage(landing: Landing, preferred: Language, { brand, links }: Operator): string {
  const choice = (language: Language): string =>
    `<input class="choice" type="radio" name="language" id="${language}" lang="${language}" autocomplete="off" aria-label="${words[language].landing.language}"${language === preferred ? ' checked' : ''}>`;
  const label = (language: Language): string =>
    `<label for="${language}" lang="${language}">${language.toUpperCase()}</label>`;
  const said = (language: Language): string =>
    `<div class="said" lang="${language}">\n${say(landing, language)}\n</div>`;
  return `<!doctype html>
<html lang="${preferred}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(titleOf(landing, words[preferred].landing))}</title>
<style>${landingStyle}</style>
</head>
<body>
${languages.map(choice).join('\n')}
<header>
<div class="bar">
<p class="brand" lang="fr"><b>${escapeHtml(brand.organisation)}</b>${escapeHtml(brand.service)}</p>
<div class="languages">${languages.map(label).join('')}</div>
</div>
</header>
<main>
<div class="card">
${languages.map(said).join('\n')}
</div>
</main>
${landingFooter(links)}
</body>
</html>
`;
}

const titleOf = ({ kind }: Landing, said: LandingWords): string =>
  kind === 'open' ? said.title : said.refused[kind].title;

function say(landing: Landing, language: Language): string {
  const { landing: said } = words[language];
  const heading = `<h1>${escapeHtml(titleOf(landing, said))}</h1>`;
  if (landing.kind !== 'open') return `${heading}\n<p>${escapeHtml(said.refused[landing.kind].advice)}</p>`;
  return [
    heading,
    `<p>${escapeHtml(said.invited)}</p>`,
    `<p>${escapeHtml(said.latestEnd(parisTime(landing.expiresAt, language)))}</p>`,
    landing.device === 'computer' ? onComputer(landing, said) : onHandheld(landing, said),
    landing.telephone ? byTelephone(landing.telephone, landing, said) : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function onComputer({ appLink, browserLink }: OpenMeeting, said: LandingWords): string {
  const inBrowser = browserLink === null ? '' : way(browserLink, said.openInBrowser);
  return `<p class="ways">${way(appLink, said.openInApp, 'first')}${inBrowser}</p>
<p class="small">${escapeHtml(said.nothingHappens)}</p>`;
}

function onHandheld({ browserLink, telephone }: OpenMeeting, said: LandingWords): string {
  if (browserLink !== null) return `<p class="ways">${way(browserLink, said.openInBrowser, 'first')}</p>`;
  const instead = telephone ? said.openOnComputerOrCall : said.openOnComputer;
  return `<p>${escapeHtml(said.notOnHandhelds)} ${escapeHtml(instead)}</p>`;
}

const way = (href: string, text: string, first = ''): string =>
  `<a class="way ${first}" href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

function byTelephone(
  telephone: NonNullable<Meeting['telephone']>,
  { browserLink, device }: OpenMeeting,
  said: LandingWords,
): string {
  const href = dialLink(telephone);
  const isComputer = device === 'computer';
  const number = escapeHtml(telephone.number);
  const call = way(href, said.call, browserLink === null ? 'first' : '');
  return `<section>
<h2>${escapeHtml(said.telephone)}</h2>
<dl><dt>${escapeHtml(said.number)}</dt><dd>${isComputer ? `<a href="${escapeHtml(href)}">${number}</a>` : number}</dd>
<dt>${escapeHtml(said.pin)}</dt><dd>${escapeHtml(sayPin(telephone.pin))}</dd></dl>${isComputer ? '' : `\n<p class="ways call">${call}</p>\n<p class="small">${escapeHtml(said.endPin)}</p>`}
</section>`;
}

/** The page cannot know where its reader is: it names the clock that it tells. */
function parisTime(at: number, language: Language): string {
  const time = new Date(at).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [hour = '', minute = ''] = time.split(':');
  return words[language].times.clock(hour, minute);
}
