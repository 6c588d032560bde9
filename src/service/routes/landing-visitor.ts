import type { Language } from '../../shared/settings/settings.ts';

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

export type Device = 'computer' | 'handheld';

/** By what browsers say. iPads of today say that they are Macs: they are taken for one. */
export function deviceOf(userAgent: string | undefined): Device {
  return /\b(?:iPhone|iPad|iPod|Android)\b/.test(userAgent ?? '') ? 'handheld' : 'computer';
}
