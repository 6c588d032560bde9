import { blank } from '../../shared/redaction/redact-by.ts';

/** What its maker or its system calls after its owner: « AirPods Pro de Marie », also « airpods de marie ». */
const product = String.raw`(?:AirPods(?: Pro| Max)?|Beats[^()]{0,20}?|EarPods|iPhone|iPad|iMac|MacBook(?: Pro| Air)?|Mac(?: mini| Studio| Pro)?|Galaxy Buds[^()]{0,10}?)`;
const ownedProduct = new RegExp(String.raw`\b(${product} )(de |d['’]\s?)[^()\n]+`, 'giu');

/** What stands behind « de » in labels and is nobody's name. */
const things =
  'AirPods|AMD|Apple|Bluetooth|Bose|Cisco|Dell|EPOS|HD|HDMI|HP|Intel|iMac|iPad|iPhone|Jabra|Lenovo|LG|Logitech|Mac|MacBook|Microsoft|NVIDIA|Philips|Plantronics|Poly|Realtek|Samsung|Sennheiser|Sony|Studio|Surface|USB|Windows';
// As they are written, or in capitals throughout.
const noNames = `(?:${things}|${things.toUpperCase()})(?!\\p{L})`;
/** « Marie », « M. Dupont », « J.-P. Dupont ». */
const name = String.raw`\p{Lu}[\p{L}\p{M}.-]*(?: \p{Lu}[\p{L}\p{M}.-]*){0,3}`;
const ownedFrench = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([Dd][Ee] |[Dd]['’]\s?)(?!${noNames}|L['’])${name}`,
  'gu',
);
const ownedEnglish = new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(['’]s? )`, 'gu');

/**
 * The label of a device without its owner, also one that nobody here knows: a colleague's headset. In French and English
 * and with a capital, which is how systems write it; a name in any other place is not to be told from a product's.
 */
export const redactLabel = (label: string): string =>
  label
    .replaceAll(ownedProduct, `$1$2${blank}`)
    .replaceAll(ownedFrench, `$1${blank}`)
    .replaceAll(ownedEnglish, `${blank}$1`);
