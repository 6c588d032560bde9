import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { useLingering } from './use-lingering.ts';

const Line = ({ value }: { readonly value: string | null }) => (
  <p role="status">{useLingering(value, 5000)}</p>
);
const shown = () => screen.getByRole('status').textContent;
const after = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('what has gone stays long enough to be read', () => {
  vi.useFakeTimers();
  const { rerender } = renderPage(<Line value="un" />);
  rerender(<Line value={null} />);
  after(4999);
  expect(shown()).toBe('un');
  after(1);
  expect(shown()).toBe('');
});

test('what comes in the meantime is shown at once, and stays while it holds', () => {
  vi.useFakeTimers();
  const { rerender } = renderPage(<Line value="un" />);
  rerender(<Line value={null} />);
  after(3000);
  rerender(<Line value="deux" />);
  expect(shown()).toBe('deux');
  after(10_000);
  expect(shown()).toBe('deux');
});
