import { z } from 'zod';

/** The way in by telephone: a trunk at LiveKit's SIP bridge, and its number as people dial it. Both, or neither. */
export const telephoneVariables = {
  VISIO_SIP_TRUNK_ID: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the id that LiveKit gave the trunk')
    .optional(),
  VISIO_SIP_NUMBER: z
    .string()
    .regex(/^\+[1-9](?: ?\d){5,14}$/, 'must be an international number, as +33 1 23 45 67 89')
    .optional(),
};
const all = z.object(telephoneVariables);

export function missingForTelephone(given: Readonly<Record<string, string | undefined>>): string[] {
  const { VISIO_SIP_TRUNK_ID: trunk, VISIO_SIP_NUMBER: number } = given;
  if (trunk && !number) return ['VISIO_SIP_NUMBER: is missing, because VISIO_SIP_TRUNK_ID is set'];
  return number && !trunk ? ['VISIO_SIP_TRUNK_ID: is missing, because VISIO_SIP_NUMBER is set'] : [];
}

export const telephoneOf = ({
  VISIO_SIP_TRUNK_ID: trunkId,
  VISIO_SIP_NUMBER: number,
}: z.infer<typeof all>) => ({ telephone: trunkId && number ? { trunkId, number } : null });
