import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderPage, usualService } from '../../testing/render-page.tsx';
import { refused } from '../meeting/testing/fake-meeting.ts';
import { ServiceUnreachable } from './ServiceUnreachable.tsx';

const draw = async (failure: Parameters<typeof refused>[0]) => {
  const page = renderPage(<ServiceUnreachable />);
  await act(async () => {
    void page.service.getState().ask();
    await page.main.answer('service:discover', refused(failure));
  });
  return page;
};

test('nothing is said while the first answer is awaited', () => {
  renderPage(<ServiceUnreachable />);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a service that does not answer is told, and asked again by « Réessayer » without the alert going away', async () => {
  const { user, main } = await draw('service-unreachable');
  expect(screen.getByRole('alert').textContent).toContain('Le service de réunion ne répond pas.');
  await user.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(screen.getByRole('button', { name: 'Nouvel essai…' }).getAttribute('aria-disabled')).toBe('true');
  await act(() => main.answer('service:discover', refused('service-unreachable')));
  await user.click(screen.getByRole('button', { name: 'Réessayer' }));
  await act(() => main.answer('service:discover', ok(usualService)));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('another cause has its own words', async () => {
  await draw('offline');
  expect(screen.getByRole('alert').textContent).toContain("Votre ordinateur n'est pas connecté au réseau.");
});
