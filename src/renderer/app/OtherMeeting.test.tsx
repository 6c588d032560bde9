import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeMeeting, otherLink } from '../features/meeting/testing/fake-meeting.ts';
import { renderPage } from '../testing/render-page.tsx';
import { CurrentOverlays } from './CurrentOverlays.tsx';

const draw = async () => {
  const meeting = createFakeMeeting();
  await meeting.enterRoom();
  const page = renderPage(<CurrentOverlays />, { meeting });
  await act(() => meeting.store.getState().receiveLink(otherLink));
  return page;
};

test('a link to another meeting is a question, and « Rester » has the focus', async () => {
  const { user, meeting } = await draw();
  expect(screen.getByRole('dialog', { name: 'Vous êtes déjà en réunion' })).toBeDefined();
  expect(document.activeElement?.textContent).toBe('Rester');
  await user.click(screen.getByRole('button', { name: 'Rester' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(meeting.phase().name).toBe('in-room');
});

test('whoever wants the other one leaves this one first', async () => {
  const { user, main, meeting } = await draw();
  await user.click(screen.getByRole('button', { name: "Quitter et rejoindre l'autre" }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await main.answer('meeting:leave');
  expect(meeting.phase()).toMatchObject({ name: 'joining', link: otherLink });
});

test('a link that opens nothing is told over the meeting, which goes on', async () => {
  const meeting = createFakeMeeting();
  await meeting.enterRoom();
  const { user } = renderPage(<CurrentOverlays />, { meeting });
  act(() => meeting.store.getState().refuseLink({ code: 'link-invalid' }));
  expect(screen.getByRole('dialog', { name: "Ce lien n'est pas celui d'une réunion." })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Rester dans la réunion' }));
  expect(meeting.overlay()).toBeNull();
  expect(meeting.phase().name).toBe('in-room');
});
