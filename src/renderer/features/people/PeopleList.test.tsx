import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { PeopleList } from './PeopleList.tsx';

/** Each line as it is read out: texts and names of pictures, in order. */
const lines = (): readonly string[] =>
  screen
    .getAllByRole('listitem')
    .map((line) =>
      [line.querySelector('.person__text')?.textContent, ...pictures(line)].filter(Boolean).join(', '),
    );
const pictures = (line: HTMLElement): readonly (string | null)[] =>
  within(line)
    .queryAllByRole('img')
    .map((picture) => picture.getAttribute('aria-label'));

test('everybody is listed, ourselves first, with role, verification and microphone', async () => {
  const { arrives } = await renderInRoom(<PeopleList />, {
    people: [{ name: 'Marie Gérard', role: 'moderator', verified: 'agent', sends: ['microphone'] }],
  });
  await arrives({ name: '+33 1 ••• 42', verified: 'phone' });
  expect(lines()).toEqual([
    'Agentvous · Modérateur, Agent vérifié, micro coupé',
    'Marie GérardModérateur, Agent vérifié, micro activé',
    '+33 1 ••• 42, Par téléphone, micro coupé',
  ]);
});

test('whoever leaves is listed no more', async () => {
  const { leaves } = await renderInRoom(<PeopleList />, { people: [{ name: 'Paul' }, { name: 'Awa' }] });
  await leaves('Paul');
  expect(lines()).toHaveLength(2);
  expect(screen.queryByText('Paul')).toBeNull();
});

test('a microphone is seen as it is turned on, spoken into and turned off', async () => {
  const { turnsOn, turnsOff, speaks } = await renderInRoom(<PeopleList />, { people: [{ name: 'Paul' }] });
  await turnsOn('Paul', 'microphone');
  expect(lines()[1]).toBe('Paul, micro activé');
  await speaks('Paul');
  expect(lines()[1]).toBe('Paul, parle');
  await turnsOff('Paul', 'microphone');
  expect(lines()[1]).toBe('Paul, micro coupé');
});

test('a guest who is called like a verified agent is marked, also when called so later', async () => {
  const { changes } = await renderInRoom(<PeopleList />, {
    people: [{ name: 'Marie Gérard', verified: 'agent' }, { name: 'Paul' }],
  });
  expect(lines().join()).not.toContain('non vérifié');
  await changes('Paul', { name: 'Marie Gerard' });
  expect(lines()[2]).toBe('Marie Gerardnon vérifié, micro coupé');
});

test('on somebody else’s service nobody is a verified agent, and nobody is marked', async () => {
  await renderInRoom(<PeopleList />, {
    origin: 'https://other.example',
    people: [
      { name: 'Marie Gérard', identity: 'one', verified: 'agent', role: 'moderator' },
      { name: 'Marie Gérard', identity: 'two' },
    ],
  });
  expect(lines().slice(1)).toEqual(['Marie Gérard, micro coupé', 'Marie Gérard, micro coupé']);
});

test('while the connection is lost everybody stays on the list', async () => {
  const { losesConnection, getsConnectionBack, arrives } = await renderInRoom(<PeopleList />, {
    people: [{ name: 'Paul' }],
  });
  await losesConnection();
  expect(screen.getByText('Paul')).toBeDefined();
  await getsConnectionBack();
  await arrives({ name: 'Awa' });
  expect(lines()).toHaveLength(3);
});
