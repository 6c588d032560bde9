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

// An apostrophe or a hyphen within a word parts nothing, nor does the full stop of « M. You ».
const sign = /(?![\p{L}\p{N}\p{M}\s])(?!(?<=[\p{L}\p{M}])['’-]\p{L})(?!(?<=^\p{L}{1,3})\.)./u;
// In shapes: « ǀ » is a letter, and looks like a bar.
const oneLetterOrSign = /(?<=^|\s)\S(?=\s|$)|·/u;

function lettersOf(text: string): string {
  return shapeOf(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
