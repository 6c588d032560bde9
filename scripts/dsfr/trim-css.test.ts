import { expect, test } from 'vitest';
import { trimCss, usedIn } from './trim-css.ts';

const squeeze = (css: string): string => css.replaceAll(/\s+/g, ' ').trim();
const trim = (css: string, page: string): string => squeeze(trimCss(css, usedIn(page)));

test('a component that no page names is left out, one that a page names stays whole', () => {
  const css = '.fr-btn{color:red}.fr-btn:hover,.fr-btn .fr-tag{color:blue}.fr-tag{color:green}p{margin:0}';
  expect(trim(css, 'className="fr-btn"')).toBe('.fr-btn{color:red}.fr-btn:hover{color:blue}p{margin:0}');
});

test('a rule for whatever is not of a class stays, although nobody names that class', () => {
  expect(trim('.fr-btn:not(.fr-btn--icon-left){color:red}', 'fr-btn')).toContain('.fr-btn:not');
});

test('rules for any icon go with the last icon', () => {
  const css = '[class*=" fr-icon-"]::before{content:""}';
  expect(trim(css, 'fr-btn')).toBe('');
  expect(trim(css, 'fr-btn fr-icon-check-line')).not.toBe('');
});

test('dark stays, whatever only a switch that we do not have turns on goes', () => {
  const css = ':root[data-fr-theme=dark] p{color:white}:root[data-fr-mourning] p{color:black}';
  expect(trim(css, '')).toBe(':root[data-fr-theme=dark] p{color:white}');
});

test('a colour stays when a page, a rule or another colour in use reads it', () => {
  const css = ':root{--a:var(--b);--b:#000;--c:var(--d);--d:#fff;--e:red}p{color:var(--a)}';
  expect(trim(css, 'style: var(--e)')).toBe(':root{--a:var(--b);--b:#000;--e:red}p{color:var(--a)}');
});

test('a colour that is only defined for dark is kept with the one for light', () => {
  const css = ':root{--a:#fff;--b:#eee}:root[data-fr-theme=dark]{--a:#000;--b:#111}p{color:var(--a)}';
  expect(trim(css, '')).toBe(':root{--a:#fff}:root[data-fr-theme=dark]{--a:#000}p{color:var(--a)}');
});

test('only the upright faces of Marianne that are written with are fetched, in one format and before any text shows', () => {
  const face = (family: string, weight: number, style: string): string =>
    `@font-face{font-family:${family};src:url("a.woff2") format("woff2"), url("a.woff") format("woff");font-weight:${weight};font-style:${style};font-display:swap}`;
  const css =
    face('Marianne', 400, 'normal') + face('Marianne', 400, 'italic') + face('Spectral', 400, 'normal');
  expect(trim(css, '')).toBe(
    '@font-face{font-family:Marianne;src:url("a.woff2") format("woff2");font-weight:400;font-style:normal;font-display:block}',
  );
});

test('what is left empty goes, with the condition around it', () => {
  expect(trim('@media (min-width: 36em){.fr-tag{color:red}}', 'fr-btn')).toBe('');
});
