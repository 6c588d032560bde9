import type { Meeting } from './meeting.ts';

type Telephone = NonNullable<Meeting['telephone']>;

/** « 123 456 7890 # », as the telephone asks for it. */
export function sayPin(pin: string): string {
  const groups = /^(\d{3})(\d{3})(\d+)$/.exec(pin);
  return `${groups ? groups.slice(1).join('\u00a0') : pin}\u00a0#`;
}

/**
 * RFC 3966, for a page's link: a mobile dials the number, waits two pauses and dials the PIN. Telephones of Apple dial no
 * link that holds a #.
 */
export const dialLink = ({ number, pin }: Telephone, { withPin }: { readonly withPin: boolean }): string =>
  `tel:${number.replaceAll(/[^\d+]/g, '')}${withPin ? `,,${pin}%23` : ''}`;

/** The same as people read it in a mail, where it is text: programs that make a link of it encode it themselves. */
export const dialText = ({ number, pin }: Telephone): string =>
  `tel:${number.replaceAll(/[^\d+]/g, '')},,${pin}#`;
