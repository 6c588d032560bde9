import type { Meeting } from './meeting.ts';

type Telephone = NonNullable<Meeting['telephone']>;

/** « 123 456 7890 # », as the telephone asks for it. */
export function sayPin(pin: string): string {
  const groups = /^(\d{3})(\d{3})(\d+)$/.exec(pin);
  return `${groups ? groups.slice(1).join('\u00a0') : pin}\u00a0#`;
}

/**
 * For a page's link, and as text in a mail, where programs make a link of it: a mobile dials the number, waits two
 * pauses and dials the PIN. The # that ends the PIN is left to the caller: Apple says that iOS dials no link that holds
 * one (URL Scheme Reference, Phone Links), and LiveKit's bridge keeps ten keys while its prompt plays, so that an
 * eleventh is lost (livekit/sip, inbound.go). RFC 3966 knows no comma; Android and iOS are reported to pause for it.
 */
export const dialLink = ({ number, pin }: Telephone): string =>
  `tel:${number.replaceAll(/[^\d+]/g, '')},,${pin}`;
