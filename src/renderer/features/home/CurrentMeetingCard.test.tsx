import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { admission } from '../meeting/testing/fake-meeting.ts';
import { CurrentMeetingCard } from './CurrentMeetingCard.tsx';

const remembered = { admission, present: false } as never;
const draw = () => renderPage(<CurrentMeetingCard />, { answers: { 'meeting:current': ok(remembered) } });

test('a meeting that was left is offered with the time that is left, and come back to', async () => {
  const { user, main } = draw();
  expect(await screen.findByText(/^Votre réunion ouverte à .* est en cours$/)).toBeDefined();
  expect(screen.getByText('Il reste 4 h 39.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Revenir dans la réunion en cours' }));
  expect(main.asked).toContain('meeting:rejoin');
});

test('it goes away when its time is over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  draw();
  await screen.findByText(/est en cours$/);
  act(() => void vi.advanceTimersByTime(5 * 60 * 60_000));
  expect(screen.queryByText(/est en cours$/)).toBeNull();
});

test('one that the agent opened elsewhere is resumed', async () => {
  const { id, createdAt, expiresAt, serverNow } = admission.meeting;
  const { user, main } = renderPage(<CurrentMeetingCard />, {
    signIn: { name: 'signed-in', displayName: 'Marie Gérard', notKept: null },
    answers: {
      'meeting:current': ok(null),
      'meeting:mine': ok({ serverNow, meetings: [{ id, createdAt, expiresAt }] } as never),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Reprendre' }));
  expect(main.inputsOf('meeting:resume')).toEqual([id]);
});

test('where there is none, nothing is said', async () => {
  const { main } = renderPage(<CurrentMeetingCard />);
  await act(() => main.answer('meeting:current', ok(null)));
  expect(screen.queryByRole('button')).toBeNull();
  expect(main.asked).not.toContain('meeting:mine');
});
