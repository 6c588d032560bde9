import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { LookingUp } from './LookingUp.tsx';

test('waiting is told by and by: first nothing, then a shape, then a word, then a way out', async () => {
  vi.useFakeTimers();
  const { user, meeting, container } = renderPage(<LookingUp />);
  const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  expect(container.textContent).toBe('');
  pass(300);
  expect(screen.getByRole('status', { name: 'Recherche de la réunion' })).toBeDefined();
  expect(container.textContent).toBe('');
  pass(4700);
  expect(container.textContent).toContain("La connexion prend plus de temps que d'habitude.");
  expect(screen.queryByRole('button')).toBeNull();
  pass(10_000);
  void meeting.store.getState().comeBack();
  await user.click(screen.getByRole('button', { name: "Retour à l'accueil" }));
  expect(meeting.phase().name).toBe('home');
});
