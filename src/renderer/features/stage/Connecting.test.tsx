import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { Connecting } from './Connecting.tsx';

const after = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('a quick connection says nothing, a slow one a sentence, a very slow one offers the way out', async () => {
  vi.useFakeTimers();
  const onLeave = vi.fn<() => void>();
  const { user } = renderPage(<Connecting onLeave={onLeave} />);
  const status = screen.getByRole('status');
  after(4999);
  expect(status.textContent).toBe('');
  after(1);
  expect(status.textContent).toBe('Connexion à la réunion…');
  expect(screen.queryByRole('button')).toBeNull();
  after(10_000);
  expect(status.textContent).toContain("La connexion prend plus de temps que d'habitude.");
  await user.click(screen.getByRole('button', { name: 'Quitter la réunion' }));
  expect(onLeave).toHaveBeenCalledOnce();
});
