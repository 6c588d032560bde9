import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { refused } from '../meeting/testing/fake-meeting.ts';
import { LinkCard } from './LinkCard.tsx';

const address = `https://visio.example/r/${'x'.repeat(30)}`;
const draw = () =>
  renderPage(
    <LinkCard link={address} name="Lien Participant" allows="Permet de rejoindre." copied="Lien copié." />,
  );

test('the link and its button copy it, and say so for two seconds', async () => {
  vi.useFakeTimers();
  const { user, main } = draw();
  await user.click(screen.getByRole('link', { name: 'Lien Participant' }));
  await act(() => main.answer('clipboard:write', ok()));
  expect(screen.getByRole('status').textContent).toBe('Lien copié.');
  act(() => void vi.advanceTimersByTime(2000));
  expect(screen.getByRole('status').textContent).toBe('');
  await user.click(screen.getByRole('button', { name: /^Copier le lien.*Lien Participant$/ }));
  expect(main.inputsOf('clipboard:write')).toEqual([address, address]);
});

test('a copy that fails is no « Copié »', async () => {
  const { user, main } = draw();
  await user.click(screen.getByRole('button'));
  await act(() => main.answer('clipboard:write', refused('app-error')));
  expect(screen.getByRole('status').textContent).toBe('La copie a échoué. Réessayez.');
  expect(screen.queryByText('Copié')).toBeNull();
});
