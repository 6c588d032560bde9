import { shapeOf } from './look-alikes.ts';

/** What the app itself writes beside names, or would be understood as if it had. */
const mentions = new Set(
  [
    'vous',
    'you',
    'modérateur',
    'modératrice',
    'moderator',
    'agent vérifié',
    'agente vérifiée',
    'verified agent',
  ].map((mention) => lettersOf(mention)),
);

// Check marks, alone and in boxes; the square root and a letter of Tai Viet that pass for one.
const checkMark = /[\u2705\u2611\u2713\u2714\u221a\u237b\u23b7\uaa9c\u{10102}\u{1f5f8}\u{1f5f9}\u{1fbb1}]/u;

export const everyCheckMark = new RegExp(checkMark.source, 'gu');

/**
 * Whether others would read a mark of the app in a name: a check mark, or « · Modérateur », « (vous) » and their like, set
 * apart from the name by any sign and in whatever letters. « Paul Martin, modérateur » too, which is meant honestly: nobody
 * can tell. A word of the name itself is none: « Anne Vous ».
 */
export function isReserved(name: string): boolean {
  if (checkMark.test(name)) return true;
  const parts = name.split(sign).flatMap((part) => [part].concat(shapeOf(part).split(oneLetterOrSign)));
  return parts.length > 2 && parts.some((part) => mentions.has(lettersOf(part)));
}

/** More mentions than any directory adds; a text of nothing else is not worth the time. */
const mostDropped = 10;

/**
 * The name without the mentions that signs set apart, and without the signs that held them: « Marie Gérard (modératrice) » is
 * « Marie Gérard ». What is left may still be reserved, where a mention is hidden otherwise. Null if there are too many.
 */
export function withoutMentions(name: string): string | null {
  let left = name;
  for (let dropped = 0; isReserved(left); dropped += 1) {
    const shorter = withoutFirstMention(left);
    if (shorter === null) break;
    if (dropped === mostDropped) return null;
    left = shorter;
  }
  return left;
}

function withoutFirstMention(name: string): string | null {
  const signs = [...name.matchAll(everySign)];
  const from = (at: number): number => signs[at]?.index ?? name.length;
  const behind = (at: number): number => from(at) + (signs[at]?.[0].length ?? 0);
  // The part between two signs; -1 is the start of the name.
  for (let at = -1; at < signs.length; at += 1) {
    const start = at < 0 ? 0 : behind(at);
    if (!mentions.has(lettersOf(name.slice(start, from(at + 1))))) continue;
    // « (modératrice) » goes with both brackets, « (modératrice, DSI) » with the comma, « - modératrice » with its dash.
    const opens = at >= 0 && /\p{Ps}/u.test(signs[at]?.[0] ?? '');
    const closes = /\p{Pe}/u.test(signs[at + 1]?.[0] ?? '');
    const before = name.slice(0, at < 0 ? 0 : opens && !closes ? start : from(at)).trimEnd();
    const after = name.slice(at < 0 || opens ? behind(at + 1) : from(at + 1)).trimStart();
    const space = (opens && !closes) || /^[\p{Pe},;]/u.test(after) ? '' : ' ';
    return `${before}${space}${after}`.trim();
  }
  return null;
}

// An apostrophe or a hyphen within a word parts nothing, nor does the full stop of « M. You ».
const sign = /(?![\p{L}\p{N}\p{M}\s])(?!(?<=[\p{L}\p{M}])['’-]\p{L})(?!(?<=^\p{L}{1,3})\.)./u;
const everySign = new RegExp(sign.source, 'gu');
// In shapes: « ǀ » is a letter, and looks like a bar.
const oneLetterOrSign = /(?<=^|\s)\S(?=\s|$)|·/u;

function lettersOf(text: string): string {
  return shapeOf(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
