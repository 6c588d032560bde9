import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '../../shared/result.ts';
import { admission } from '../features/meeting/testing/fake-meeting.ts';
import { renderPage } from '../testing/render-page.tsx';
import { EnteringPage } from './EnteringPage.tsx';

test('a meeting that is long on its way can be given up, and is then given back', async () => {
  vi.useFakeTimers();
  const { user, meeting, main, container } = renderPage(<EnteringPage how="opening" />);
  void meeting.store.getState().open();
  expect(container.textContent).toBe('');
  act(() => void vi.advanceTimersByTime(300));
  expect(screen.getByRole('status').textContent).toBe('Ouverture de la réunion…');
  act(() => void vi.advanceTimersByTime(14_700));
  expect(screen.getByRole('status').textContent).toMatch(/^La connexion prend plus de temps/);
  await user.click(screen.getByRole('button', { name: "Retour à l'accueil" }));
  expect(meeting.phase().name).toBe('home');
  await main.answer('meeting:open', ok(admission));
  expect(main.asked).toEqual(['meeting:open', 'meeting:abandon']);
});

test('whoever comes back reads that', () => {
  vi.useFakeTimers();
  renderPage(<EnteringPage how="returning" />);
  act(() => void vi.advanceTimersByTime(300));
  expect(screen.getByRole('status').textContent).toBe('Retour dans la réunion…');
});
