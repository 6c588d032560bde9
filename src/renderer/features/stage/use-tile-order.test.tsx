import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { useTileOrder } from './use-tile-order.ts';

const people = ['Paul', 'Awa', 'Marie'].map((name) => ({ name, sends: ['microphone'] as const }));

function Order({ pageSize }: { readonly pageSize: number }) {
  const ordered = useTileOrder(useRoomSession().room, useRoster().participants, pageSize);
  return <p role="note">{ordered.map(({ name }) => name).join(' ')}</p>;
}
const order = () => screen.getByRole('note').textContent;

test('whoever speaks on a later page comes forward, and stays there once they are silent', async () => {
  const { speaks } = await renderInRoom(<Order pageSize={3} />, { people });
  expect(order()).toMatch(/Paul Awa Marie$/);
  await speaks('Marie');
  expect(order()).toMatch(/Paul Marie Awa$/);
  await speaks();
  expect(order()).toMatch(/Paul Marie Awa$/);
});

test('whoever spoke a moment ago keeps the place: the other one gives way', async () => {
  const { speaks } = await renderInRoom(<Order pageSize={3} />, { people });
  await speaks('Awa');
  await speaks('Marie');
  expect(order()).toMatch(/Marie Awa Paul$/);
});

test('whoever goes on speaking comes forward once there is somebody silent in front', async () => {
  const { speaks } = await renderInRoom(<Order pageSize={2} />, { people });
  await speaks('Paul');
  await speaks('Marie');
  expect(order()).toMatch(/Paul Awa Marie$/);
  await expect.poll(order).toMatch(/Marie Awa Paul$/);
});

test('where all are on one page nobody moves', async () => {
  const { speaks } = await renderInRoom(<Order pageSize={4} />, { people });
  await speaks('Marie');
  expect(order()).toMatch(/Paul Awa Marie$/);
});

test('newcomers come last, and the place of whoever leaves goes to the last: nobody else moves', async () => {
  const { speaks, arrives, leaves } = await renderInRoom(<Order pageSize={3} />, { people });
  await speaks('Marie');
  await arrives({ name: 'Zoé' });
  expect(order()).toMatch(/Paul Marie Awa Zoé$/);
  await leaves('Paul');
  expect(order()).toMatch(/Zoé Marie Awa$/);
});
