import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { Toasts } from './Toasts.tsx';

const told = () => [...screen.getByRole('log').children].map(({ textContent }) => textContent?.trim());

test('whoever comes and whoever goes is told by name, those who were there before are not', async () => {
  const { arrives, leaves } = await renderInRoom(<Toasts />, { people: [{ name: 'Paul' }] });
  expect(told()).toEqual([]);
  await arrives({ name: 'Awa' });
  await leaves('Paul');
  expect(told()).toEqual(['Awa a rejoint la réunion.', 'Paul a quitté la réunion.']);
});

test('a guest who is called like a verified agent is marked in the notice too', async () => {
  const { arrives } = await renderInRoom(<Toasts />, {
    people: [{ name: 'Marie Gérard', verified: 'agent' }],
  });
  await arrives({ name: 'Marie Gerard' });
  expect(told()).toEqual(['Marie Gerard a rejoint la réunion. non vérifié']);
});

test('in a meeting of more than ten nobody is told', async () => {
  const people = Array.from({ length: 9 }, (_, index) => ({ name: `Invité ${index}` }));
  const { arrives, leaves } = await renderInRoom(<Toasts />, { people });
  await arrives({ name: 'Awa' });
  expect(told()).toEqual([]);
  await leaves('Awa');
  expect(told()).toEqual(['Awa a quitté la réunion.']);
});

test('a lost connection takes nobody away', async () => {
  const { losesConnection } = await renderInRoom(<Toasts />, { people: [{ name: 'Paul' }] });
  await losesConnection();
  expect(told()).toEqual([]);
});
