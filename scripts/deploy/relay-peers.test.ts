import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { relayPeers } from './relay-peers.ts';

test('everybody is denied but the node itself', () => {
  const { denied } = relayPeers(['203.0.113.7', '10.0.0.7']);
  const list = new BlockList();
  for (const cidr of denied.slice(0, -1)) {
    const [address = '', length] = cidr.split('/');
    list.addSubnet(address, Number(length));
  }
  for (const own of ['203.0.113.7', '10.0.0.7']) expect(list.check(own)).toBe(false);
  for (const other of ['203.0.113.6', '203.0.113.8', '10.0.0.6', '0.0.0.0', '1.1.1.1', '255.255.255.255'])
    expect(list.check(other)).toBe(true);
  expect(denied.at(-1)).toBe('::/0');
});

test('one address takes 32 prefixes to leave out, and is allowed where it is private', () => {
  const { allowed, denied } = relayPeers(['10.0.0.7', '10.0.0.7']);
  expect(allowed).toEqual(['10.0.0.7/32']);
  expect(denied).toHaveLength(33);
});

test('what is no address is named', () => {
  expect(() => relayPeers(['media-a.example'])).toThrow('« media-a.example » is no IPv4 address');
});
