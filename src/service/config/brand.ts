import { z } from 'zod';
import type { Discovery } from '../../shared/discovery.ts';

const link = z.url({ protocol: /^https?$/ }).optional();
const text = z.string().max(300);

/** What the app shows in the operator's name. */
export const brandVariables = {
  VISIO_BRAND_STATE: z.enum(['true', 'false']).default('false'),
  VISIO_BRAND_ORGANISATION: text.default("Ministère de l'Éducation Nationale et de la Jeunesse"),
  VISIO_BRAND_SERVICE: text.default('DNE'),
  VISIO_HELP_DESK_NAME: text.optional(),
  VISIO_HELP_DESK_EMAIL: z.email().max(300).optional(),
  VISIO_HELP_DESK_PHONE: text.optional(),
  VISIO_HELP_DESK_URL: link,
  VISIO_LINK_DOCUMENTATION: link,
  VISIO_LINK_ACCESS_TERMS: link,
  VISIO_LINK_LEGAL: link,
  VISIO_LINK_PRIVACY: link,
  VISIO_LINK_TERMS: link,
  VISIO_DESKTOP_VERSION: z.stringFormat('version such as 1.2.0', /^\d{1,5}\.\d{1,5}\.\d{1,5}$/).optional(),
  VISIO_DESKTOP_URL: z.url({ protocol: /^https$/ }).optional(),
};
const all = z.object(brandVariables);

export const brandOf = (
  given: z.infer<typeof all>,
): Pick<Discovery, 'brand' | 'helpDesk' | 'links' | 'desktop'> => ({
  brand: {
    state: given.VISIO_BRAND_STATE === 'true',
    organisation: given.VISIO_BRAND_ORGANISATION,
    service: given.VISIO_BRAND_SERVICE,
  },
  helpDesk: whatIsGiven({
    name: given.VISIO_HELP_DESK_NAME,
    email: given.VISIO_HELP_DESK_EMAIL,
    phone: given.VISIO_HELP_DESK_PHONE,
    url: given.VISIO_HELP_DESK_URL,
  }),
  links: whatIsGiven({
    documentation: given.VISIO_LINK_DOCUMENTATION,
    accessTerms: given.VISIO_LINK_ACCESS_TERMS,
    legal: given.VISIO_LINK_LEGAL,
    privacy: given.VISIO_LINK_PRIVACY,
    terms: given.VISIO_LINK_TERMS,
  }),
  desktop:
    given.VISIO_DESKTOP_VERSION !== undefined && given.VISIO_DESKTOP_URL !== undefined
      ? { latestVersion: given.VISIO_DESKTOP_VERSION, downloadUrl: given.VISIO_DESKTOP_URL }
      : null,
});

/** The version and its download address are only announced together. */
export function missingForDesktop(given: Readonly<Record<string, string | undefined>>): string[] {
  const pair = ['VISIO_DESKTOP_VERSION', 'VISIO_DESKTOP_URL'];
  const missing = pair.filter((name) => given[name] === undefined);
  return missing.length === 1 ? missing.map((name) => `${name}: is needed with the other of the two`) : [];
}

/** Leaves out what was not given: in JSON an optional member is absent, not null. */
const whatIsGiven = <K extends string>(members: Record<K, string | undefined>): { [P in K]?: string } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [P in K]?: string;
  };
