import { isIPv4 } from 'node:net';
import { Unprepared } from '../log.ts';

/** IPv4 prefixes and the whole of IPv6, for LiveKit's `turn` section. */
export type RelayPeers = { readonly allowed: readonly string[]; readonly denied: readonly string[] };

/**
 * Whom a media node's TURN server relays to: the node's own media, at these addresses, and nobody else. Whoever may enter a
 * room gets a login for it, and LiveKit (1.13) by itself refuses private addresses alone: the node would carry anybody's
 * packets to the whole Internet.
 * @throws {Unprepared} for what is no IPv4 address.
 */
export function relayPeers(addresses: readonly string[]): RelayPeers {
  const wrong = addresses.find((address) => !isIPv4(address));
  if (wrong !== undefined) throw new Unprepared(`« ${wrong} » is no IPv4 address, which a media node needs.`);
  return {
    // Needed for those that are private or loopback, of no effect on others.
    allowed: [...new Set(addresses)].map((address) => `${address}/32`),
    denied: [...allBut(new Set(addresses.map(toNumber)), 0, 0), '::/0'],
  };
}

/** The fewest prefixes, below this one, that hold all addresses but these. */
function allBut(kept: ReadonlySet<number>, prefix: number, length: number): readonly string[] {
  const size = 2 ** (32 - length);
  if (![...kept].some((address) => address >= prefix && address < prefix + size))
    return [`${toText(prefix)}/${length}`];
  if (length === 32) return [];
  return [...allBut(kept, prefix, length + 1), ...allBut(kept, prefix + size / 2, length + 1)];
}

const toNumber = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
const toText = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
