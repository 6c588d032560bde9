import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { nothingTold, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import { capabilitiesOn } from '../../../shared/host-system.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { lookEveryMs } from '../media/use-system-facts.ts';
import { SystemAccess } from './SystemAccess.tsx';

const withMicrophone = (access: SystemFacts['access']) => (
  <SystemAccess
    systems={{ microphone: { ...nothingTold, access }, camera: nothingTold, speaker: nothingTold }}
  />
);

test('where the settings are to be found by hand is told until the access is granted, and no longer', async () => {
  const { user, main, rerender } = renderPage(withMicrophone('denied'), {
    platform: { platform: 'win32', can: capabilitiesOn('win32') },
    answers: { 'media:look-at-screen': ok('unknown') },
  });
  await user.click(screen.getByRole('button', { name: /icro/ }));
  await main.answer('media:open-settings', err({ code: 'app-error' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/ne se sont pas ouverts/));
  rerender(withMicrophone('granted'));
  expect(screen.getByRole('status').textContent).toBe('');
});

test('access to the screen that is granted in the meantime is told without coming back to the page', async () => {
  vi.useFakeTimers();
  const { main } = renderPage(withMicrophone('granted'), {
    platform: { platform: 'darwin', can: capabilitiesOn('darwin') },
  });
  const line = () => screen.getByRole('button', { name: /écran/ }).closest('li')?.textContent;
  await act(() => main.answer('media:look-at-screen', ok('denied')));
  expect(line()).toContain('refusé');
  await act(() => vi.advanceTimersByTimeAsync(lookEveryMs));
  await act(() => main.answer('media:look-at-screen', ok('granted')));
  expect(line()).toContain('autorisé');
});
