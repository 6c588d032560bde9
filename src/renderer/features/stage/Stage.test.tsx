import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { Stage } from './Stage.tsx';

const alone = "Il n'y a que vous dans la réunion.";

test('whoever is alone reads how the others will come, until somebody is there', async () => {
  const onInvite = vi.fn<() => void>();
  const { user, arrives, leaves } = await renderInRoom(
    <Stage onLeave={() => undefined} onInvite={onInvite}>
      {null}
    </Stage>,
  );
  expect(screen.getByRole('main', { name: 'Réunion en cours' }).textContent).toContain(alone);
  await user.click(screen.getByRole('button', { name: 'Inviter des personnes' }));
  expect(onInvite).toHaveBeenCalledOnce();
  await arrives({ name: 'Paul' });
  expect(screen.queryByText(alone)).toBeNull();
  await leaves('Paul');
  expect(screen.getByText(alone)).toBeDefined();
});

test('where the links are shown already, no button offers them', async () => {
  await renderInRoom(
    <Stage onLeave={() => undefined} onInvite={null}>
      {null}
    </Stage>,
  );
  expect(screen.getByText(alone)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Inviter des personnes' })).toBeNull();
});

test('while the connection is lost nobody is told that they are alone', async () => {
  const { losesConnection } = await renderInRoom(
    <Stage onLeave={() => undefined} onInvite={null}>
      {null}
    </Stage>,
  );
  await losesConnection();
  expect(screen.queryByText(alone)).toBeNull();
  // The place of « Connexion à la réunion… », which says nothing at first.
  expect(screen.queryByRole('status')).toBeNull();
});
