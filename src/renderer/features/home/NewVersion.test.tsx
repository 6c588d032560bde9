import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage, type PageOptions } from '../../testing/render-page.tsx';
import { NewVersion } from './NewVersion.tsx';

const desktop = { latestVersion: '1.10.0', downloadUrl: 'https://visio.example/app' };
const draw = (appVersion: string, options: PageOptions = {}) =>
  renderPage(<NewVersion appVersion={appVersion} />, { service: { desktop }, ...options });

test('a newer app is told with the page to get it from, until « Plus tard »', async () => {
  const { user, main } = draw('1.9.0');
  expect(screen.getByRole('status').textContent).toContain(
    "La version 1.10.0 de l'application est disponible.",
  );
  await user.click(screen.getByRole('link', { name: /La télécharger/ }));
  expect(main.inputsOf('page:open')).toEqual(['download']);
  await user.click(screen.getByRole('button', { name: 'Plus tard' }));
  expect(screen.queryByRole('status')).toBeNull();
});

test.each([
  ['the app is that version', '1.10.0', {}],
  ['nobody wants to know', '1.9.0', { settings: { updates: 'off' } }],
  ['the service names none', '1.9.0', { service: { desktop: null } }],
] as const)('nothing is said where %s', (_why, version, options) => {
  draw(version, options);
  expect(screen.queryByRole('status')).toBeNull();
});
