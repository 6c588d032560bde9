import { languages, type Language } from '../../shared/settings/settings.ts';

const range = new RegExp(
  `^\\s*(${languages.join('|')})(?:-[a-z0-9-]*)?\\s*(?:;\\s*q=([01](?:\\.\\d{0,3})?)\\s*)?$`,
);

/** French unless another language is preferred to it (RFC 9110, Accept-Language). */
export function preferredLanguage(accepted: string | undefined): Language {
  const weights = new Map<string, number>();
  for (const wish of (accepted ?? '').toLowerCase().split(',')) {
    const [, language, quality = '1'] = range.exec(wish) ?? [];
    if (language) weights.set(language, Math.max(weights.get(language) ?? 0, Number(quality)));
  }
  const weightOf = (language: Language): number => weights.get(language) ?? 0;
  return languages.reduce((best, each) => (weightOf(each) > weightOf(best) ? each : best), 'fr');
}

export type Device = 'computer' | 'handheld';

/** By what browsers say. iPads of today say that they are Macs: they are taken for one. */
export function deviceOf(userAgent: string | undefined): Device {
  return /\b(?:iPhone|iPad|iPod|Android)\b/.test(userAgent ?? '') ? 'handheld' : 'computer';
}
