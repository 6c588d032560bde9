import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createFakeMeeting } from '../features/meeting/testing/fake-meeting.ts';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { renderPage } from '../testing/render-page.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

function Page() {
  const { name } = useMeeting((store) => store.phase);
  if (name === 'in-room') throw new Error('a page that cannot be drawn');
  return <p>{name}</p>;
}

test('a page that cannot be drawn is told, and left for home', async () => {
  // React writes what was thrown.
  const written = vi.spyOn(console, 'error').mockReturnValue();
  const meeting = createFakeMeeting();
  await meeting.enterRoom();
  meeting.navigation.getState().show({ name: 'settings' });
  const { user } = renderPage(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
    { meeting },
  );
  expect(screen.getByRole('alert').textContent).toContain('Un problème est survenu.');
  await user.click(screen.getByRole('button', { name: "Retour à l'accueil" }));
  expect(screen.getByText('home')).toBeDefined();
  expect(meeting.overlay()).toBeNull();
  written.mockRestore();
});
