import { z } from 'zod';
import { mediaAddress } from './media-address.ts';

/** `GET /.well-known/visio-agents`: what an app must know of a service before it asks it anything (at most 16 kB). */
export const discovery = z.object({
  api: z.object({ version: z.literal(1), minimumApp: z.string() }),
  livekitUrl: mediaAddress,
  webClient: z.boolean(),
  signIn: z
    .object({
      issuer: z.url(),
      clientId: z.string(),
      scopes: z.array(z.string()),
      resource: z.string().nullable(),
    })
    .nullable(),
  limits: z.object({ maxParticipants: z.number().int(), maxMinutes: z.number() }),
  telephone: z.boolean(),
  brand: z.object({ state: z.boolean(), organisation: z.string(), service: z.string() }),
  helpDesk: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    url: z.url().optional(),
  }),
  links: z.object({
    documentation: z.url().optional(),
    accessTerms: z.url().optional(),
    legal: z.url().optional(),
    privacy: z.url().optional(),
    terms: z.url().optional(),
  }),
  notice: z.string().nullable(),
  desktop: z.object({ latestVersion: z.string(), downloadUrl: z.url() }).nullable(),
});
export type Discovery = z.infer<typeof discovery>;
