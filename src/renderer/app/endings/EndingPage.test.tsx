import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { admission } from '../../features/meeting/testing/fake-meeting.ts';
import { renderPage, type PageOptions } from '../../testing/render-page.tsx';
import type { EndPhase } from './describe-ending.ts';
import { EndingPage } from './EndingPage.tsx';

const draw = (phase: EndPhase, options: PageOptions = {}) => {
  const page = renderPage(<EndingPage phase={phase} />, options);
  page.meeting.store.setState({ phase });
  return page;
};
const failed = (failure: Failure): EndPhase => ({ name: 'failed', failure, retry: { name: 'open' } });
const signedOut: SignInState = { name: 'signed-out', trouble: null, keychain: null };
const button = (name: string) => screen.getByRole('button', { name });

test('whoever has left reads the reference, and comes back or goes home', async () => {
  const { user, main, meeting } = draw({ name: 'left', admission, wasLast: false });
  expect(screen.getByRole('heading', { name: 'Vous avez quitté la réunion.' })).toBeDefined();
  expect(screen.getByText(/K7Q-2FD/)).toBeDefined();
  await user.click(button('Revenir dans la réunion en cours'));
  expect(main.asked).toEqual(['meeting:rejoin']);
  await user.click(button("Retour à l'accueil"));
  expect(meeting.phase().name).toBe('home');
});

test('« Réessayer » waits as long as the service asks for, and does then what was refused', async () => {
  vi.useFakeTimers();
  const { user, main } = draw(failed({ code: 'too-many-requests', retryAfter: 3 }));
  const retry = screen.getByRole('button', { name: /^Réessayer/ });
  expect(retry.textContent).toMatch(/\(3\ss\)/);
  await user.click(retry);
  expect(main.asked).toEqual([]);
  act(() => void vi.advanceTimersByTime(3000));
  expect(retry.textContent).toBe('Réessayer');
  await user.click(retry);
  expect(main.asked).toEqual(['meeting:open']);
});

test('signing in does by itself what was refused for want of it', async () => {
  const { user, main } = draw(failed({ code: 'session-expired' }), {
    signIn: signedOut,
  });
  await user.click(screen.getByRole('button', { name: "S'identifier" }));
  expect(main.asked).toEqual(['sign-in:start']);
  act(() =>
    main.announce('sign-in:state', { name: 'signed-in', displayName: 'Marie Gérard', notKept: null }),
  );
  expect(main.asked).toEqual(['sign-in:start', 'meeting:open']);
});

test('whoever signs in for another reason finds the page as it is', () => {
  const { main } = draw(failed({ code: 'session-expired' }), {
    signIn: signedOut,
  });
  act(() =>
    main.announce('sign-in:state', { name: 'signed-in', displayName: 'Marie Gérard', notKept: null }),
  );
  expect(main.asked).toEqual([]);
});

test('the help desk that the service names is one click away', async () => {
  const { user, main } = draw(
    { name: 'failed', failure: { code: 'link-invalid' }, retry: null },
    { service: { helpDesk: { name: 'assistance', url: 'https://aide.example' } } },
  );
  await user.click(screen.getByRole('link', { name: /^Contacter/ }));
  expect(main.inputsOf('page:open')).toEqual(['help-desk']);
});
