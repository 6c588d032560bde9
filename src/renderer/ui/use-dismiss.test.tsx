import { screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '../testing/render-page.tsx';
import { useDismiss } from './use-dismiss.ts';

const closed = vi.fn<() => void>();

function Menu() {
  const ref = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(true);
  useDismiss(ref, open, () => {
    closed();
    setOpen(false);
  });
  return (
    <>
      <div ref={ref}>
        <button type="button" onClick={() => setOpen(true)}>
          Ouvrir
        </button>
        {open && <p>Ouvert</p>}
      </div>
      <button type="button">Ailleurs</button>
    </>
  );
}
beforeEach(() => closed.mockClear());
const isOpen = (): boolean => screen.queryByText('Ouvert') !== null;

test('Échap closes, no other key does', async () => {
  const { user } = renderPage(<Menu />);
  await user.keyboard('a{Enter}');
  expect(isOpen()).toBe(true);
  await user.keyboard('{Escape}');
  expect(isOpen()).toBe(false);
});

test('a click elsewhere closes, one inside does not', async () => {
  const { user } = renderPage(<Menu />);
  await user.click(screen.getByText('Ouvert'));
  expect(isOpen()).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Ailleurs' }));
  expect(isOpen()).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Ouvrir' }));
  expect(isOpen()).toBe(true);
});

test('what is closed is not closed again', async () => {
  const { user } = renderPage(<Menu />);
  await user.keyboard('{Escape}');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Ailleurs' }));
  expect(closed).toHaveBeenCalledOnce();
});
