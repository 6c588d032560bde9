import { expect, test } from 'vitest';
import { createNamesakeFinder } from './find-namesakes.ts';

const called = (identity: string, name: string, verified?: string) => ({
  identity,
  name,
  attributes: verified === undefined ? {} : { 'visio.verified': verified },
});
const agent = called('agent', 'Marie Gérard (DSDEN 31)', 'agent');
const guest = called('guest', 'marie gerard', 'guest');
const titled = called('titled', 'Mme Marie Gérard - DSI', 'guest');
const other = called('other', 'Paul Nguyễn', 'guest');

test('a guest, a caller and somebody of whom the service says nothing are found by the name of a verified agent', () => {
  const caller = called('sip_1', 'MARIE GÉRARD', 'phone');
  const unknown = called('?', 'Mаriе Gérаrd');
  const find = createNamesakeFinder();
  expect([...find([other, guest, caller, unknown, titled, agent])]).toEqual([
    'guest',
    'sip_1',
    '?',
    'titled',
  ]);
});

test('without a verified agent nobody is found, whatever they are called', () => {
  expect([...createNamesakeFinder()([guest, called('2', 'marie gerard', 'guest')])]).toEqual([]);
});

test('two agents of one name are both verified', () => {
  expect([...createNamesakeFinder()([agent, called('2', 'Marie Gérard', 'agent')])]).toEqual([]);
});

test('it makes no difference who comes first, and the name is not free when its owner has left', () => {
  const find = createNamesakeFinder();
  expect([...find([guest])]).toEqual([]);
  expect([...find([guest, agent])]).toEqual(['guest']);
  expect([...find([guest])]).toEqual(['guest']);
  const later = called('later', 'Gérard Marie', 'guest');
  expect([...find([guest, later])]).toEqual(['guest', 'later']);
});

test('who has left is still found by the notice that they have; who is verified or renamed in the meantime is found no more', () => {
  const find = createNamesakeFinder();
  find([guest, agent]);
  expect([...find([agent])]).toEqual(['guest']);
  expect([...find([agent, { ...guest, name: 'Marc' }])]).toEqual([]);
  find([guest, agent]);
  expect([...find([agent, { ...guest, attributes: agent.attributes }])]).toEqual([]);
});

test('the set stays the same object until somebody else is found: nothing is drawn again for the same people', () => {
  const find = createNamesakeFinder();
  const none = find([other]);
  expect(find([other, agent])).toBe(none);
  const one = find([other, agent, guest]);
  expect(find([guest, agent])).toBe(one);
});
