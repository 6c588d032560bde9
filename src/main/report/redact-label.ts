import { blank } from './redact-patterns.ts';

/** What its maker or its system calls after its owner: « AirPods Pro de Marie », « Marie’s iPhone ». */
const product = String.raw`(?:AirPods(?: Pro| Max)?|Beats[^()]{0,20}?|EarPods|iPhone|iPad|iMac|MacBook(?: Pro| Air)?|Mac(?: mini| Studio| Pro)?|Galaxy Buds[^()]{0,10}?)`;
const ownedFrench = new RegExp(String.raw`\b(${product} )(de |d['’]\s?)[^()\n]+`, 'giu');
const ownedEnglish = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}-]*(?: \p{Lu}[\p{L}\p{M}-]*){0,3}(['’]s? )/gu;

/** The label of a device without its owner, also one that nobody here knows: a colleague's headset. */
export const redactLabel = (label: string): string =>
  label.replaceAll(ownedFrench, `$1$2${blank}`).replaceAll(ownedEnglish, `${blank}$1`);
