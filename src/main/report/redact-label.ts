import { blank } from '../../shared/redaction/redact-by.ts';

/** Products that are named after their owner by default: « AirPods Pro de Marie », also « airpods de marie ». */
const product = String.raw`(?:AirPods(?: Pro| Max)?|Beats[^()]{0,20}?|EarPods|iPhone|iPad|iMac|MacBook(?: Pro| Air)?|Mac(?: mini| Studio| Pro)?|Galaxy Buds[^()]{0,10}?)`;
const ownedProduct = new RegExp(String.raw`\b(${product} )(de |d['’]\s?)[^()\n]+`, 'giu');

/** Words after « de » in labels that are not names of people. */
const things =
  'AirPods|AMD|Apple|Bluetooth|Bose|Cisco|Dell|EPOS|HD|HDMI|HP|Intel|iMac|iPad|iPhone|Jabra|Lenovo|LG|Logitech|Mac|MacBook|Microsoft|NVIDIA|Philips|Plantronics|Poly|Realtek|Samsung|Sennheiser|Sony|Studio|Surface|USB|Windows';
// As they are written, or all in capitals.
const noNames = `(?:${things}|${things.toUpperCase()})(?!\\p{L})`;
/** « Marie », « M. Dupont », « J.-P. Dupont ». */
const name = String.raw`\p{Lu}[\p{L}\p{M}.-]*(?: \p{Lu}[\p{L}\p{M}.-]*){0,3}`;
const ownedFrench = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([Dd][Ee] |[Dd]['’]\s?)(?!${noNames}|L['’])${name}`,
  'gu',
);
const ownedEnglish = new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(['’]s? )`, 'gu');

/**
 * The label of a device without its owner's name, also an unknown one: a colleague's headset. It recognises the French and the
 * English form with a capital, as systems write them; elsewhere a name cannot be distinguished from that of a product.
 */
export const redactLabel = (label: string): string =>
  label
    .replaceAll(ownedProduct, `$1$2${blank}`)
    .replaceAll(ownedFrench, `$1${blank}`)
    .replaceAll(ownedEnglish, `${blank}$1`);
