import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { renderPage } from '../testing/render-page.tsx';
import { CurrentOverlays } from './CurrentOverlays.tsx';

test('« Raccourcis clavier » leads back to where it was opened, with what was half typed there', async () => {
  const { user, meeting, settings } = renderPage(<CurrentOverlays />);
  settings.setState({ settings: resolveSettings([]) });
  meeting.navigation.getState().show({ name: 'settings' });
  await user.click(await screen.findByRole('button', { name: 'Changer de service' }));
  const address = await screen.findByRole<HTMLInputElement>('textbox');
  await user.type(address, 'visio.exa');
  await user.click(screen.getByRole('button', { name: 'Raccourcis clavier' }));
  const keys = await screen.findByRole('dialog', { name: 'Raccourcis clavier' });
  await user.click(within(keys).getByRole('button', { name: 'Fermer' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Raccourcis clavier' })).toBeNull());
  expect(screen.getByRole('dialog', { name: 'Réglages' })).toBeTruthy();
  expect(address.isConnected && address.value).toBe('visio.exa');
});

test('a link from outside takes the place of all pages at once', () => {
  const { meeting } = renderPage(<></>);
  const { show, open, back } = meeting.navigation.getState();
  show({ name: 'settings' });
  open({ name: 'shortcuts' });
  show({ name: 'link-refused', failure: { code: 'link-invalid' } });
  back();
  expect(meeting.navigation.getState().overlay).toBeNull();
});
