import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { admission } from '../meeting/testing/fake-meeting.ts';
import { OpenTemporary } from './OpenTemporary.tsx';

test('a double click opens one meeting, and the button says that it is on its way', async () => {
  const { user, main, meeting } = renderPage(<OpenTemporary />);
  await user.dblClick(screen.getByRole('button', { name: 'Ouvrir une réunion temporaire' }));
  const button = screen.getByRole('button', { name: 'Ouverture de la réunion…' });
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(document.activeElement).toBe(button);
  expect(main.asked).toEqual(['meeting:open']);
  await main.answer('meeting:open', ok(admission));
  expect(meeting.phase().name).toBe('in-room');
});

test('while one comes back into a meeting none is opened', async () => {
  const { user, main, meeting } = renderPage(<OpenTemporary />);
  void meeting.store.getState().comeBack();
  const button = await screen.findByRole('button', { name: 'Ouvrir une réunion temporaire' });
  await user.click(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(main.asked).toEqual(['meeting:rejoin']);
});
