import { afterEach, expect, test, vi } from 'vitest';
import type { Admission } from '../shared/meeting.ts';
import type { MeetingEvent } from '../shared/meeting-events.ts';
import { keepCurrentMeeting } from './current-meeting.ts';

const origin = 'https://visio.example';
const admission: Admission = {
  meeting: {
    id: 'm',
    reference: 'K7Q-2FD',
    title: 'Réunion improvisée',
    welcome: 'Bienvenue',
    role: 'moderator',
    createdAt: '2026-01-01T08:00:00.000Z',
    expiresAt: '2026-01-01T09:00:00.000Z',
    serverNow: '2026-01-01T08:00:00.000Z',
    maxParticipants: 100,
    links: { participant: 'https://visio.example/r/p', moderator: 'https://visio.example/r/m' },
    telephone: null,
  },
  participant: { identity: 'i', displayName: 'Agent', verified: 'guest' },
  livekitUrl: 'wss://media.example',
  livekitToken: 'media',
  participationToken: 'participation',
};

afterEach(() => void vi.useRealTimers());

function keeper() {
  let clock = 0;
  const stop = vi.fn();
  const follow = vi.fn((_token: string, _listener: { onEvent: (event: MeetingEvent) => void }) => ({ stop }));
  const announce = vi.fn();
  const onPresence = vi.fn();
  const allowMedia = vi.fn();
  const current = keepCurrentMeeting({
    eventsAt: () => ({ follow }),
    announce,
    allowMedia,
    onPresence,
    now: () => clock,
  });
  const pass = (ms: number) => {
    clock += ms;
  };
  const receive = (event: MeetingEvent) => follow.mock.lastCall?.[1].onEvent(event);
  return { current, follow, stop, announce, onPresence, allowMedia, pass, receive };
}

test('the window never gets the participation token', () => {
  const { current } = keeper();
  expect(JSON.stringify(current.enter(admission, origin))).not.toContain('participation');
  expect(JSON.stringify(current.get())).not.toContain('participation');
});

test('whatever a service calls us, the window is told a name', () => {
  const enter = (displayName: string): string => {
    const participant = { ...admission.participant, displayName };
    return keeper().current.enter({ ...admission, participant }, origin).participant.displayName;
  };
  expect(enter('Marie\u202e draréG ✓')).toBe('Marie draréG');
  expect(enter('Marie Gérard · Modératrice')).toBe('Marie Gérard');
});

test('the window may reach the LiveKit server of the meeting', () => {
  const { current, allowMedia } = keeper();
  current.enter(admission, origin);
  expect(allowMedia).toHaveBeenCalledWith('wss://media.example');
});

test('coming back with the same participation keeps one stream', () => {
  const { current, follow, stop } = keeper();
  current.enter(admission, origin);
  current.enter(admission, origin);
  expect(follow).toHaveBeenCalledOnce();
  expect(stop).not.toHaveBeenCalled();
});

test('a page that went away is no longer listened for, and its meeting is still there to come back to', () => {
  const { current, stop } = keeper();
  current.enter(admission, origin);
  current.pageGone();
  expect(stop).toHaveBeenCalledOnce();
  expect(current.get()?.present).toBe(true);
});

test('after leaving, the meeting can be returned to until its time is over', () => {
  const { current, pass, onPresence } = keeper();
  current.enter(admission, origin);
  current.stepOut();
  expect(current.get()?.present).toBe(false);
  expect(onPresence).toHaveBeenLastCalledWith(false);
  expect(current.seat()).toEqual({ ok: true, value: { origin, token: 'participation' } });
  pass(60 * 60_000);
  expect(current.get()).toBeNull();
  expect(current.seat()).toEqual({ ok: false, error: { code: 'meeting-over' } });
});

test('the end is announced and the meeting forgotten', () => {
  const { current, announce, receive } = keeper();
  current.enter(admission, origin);
  receive({ type: 'ended', reason: 'moderator' });
  expect(announce).toHaveBeenCalledWith('meeting:event', { type: 'ended', reason: 'moderator' });
  expect(current.get()).toBeNull();
});

test('a clock that is set in the middle of a meeting neither ends it nor makes it longer', () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const { current, pass } = keeper();
  current.enter(admission, origin);
  vi.setSystemTime(5 * 60 * 60_000);
  expect(current.get()?.present).toBe(true);
  vi.setSystemTime(-5 * 60 * 60_000);
  pass(60 * 60_000);
  expect(current.get()).toBeNull();
});

test('a page that is loaded again hears what time it is at the service by now', () => {
  const { current, pass } = keeper();
  current.enter(admission, origin);
  pass(20 * 60_000);
  expect(current.get()?.admission.meeting.serverNow).toBe('2026-01-01T08:20:00.000Z');
});

test('the page of somebody who is in a meeting is told the time every ten seconds, and after a sleep', () => {
  vi.useFakeTimers();
  const { current, pass, announce } = keeper();
  const told = () =>
    announce.mock.calls.flatMap(([name, payload]) => (name === 'meeting:time' ? [payload] : []));
  current.tellTime();
  current.enter(admission, origin);
  pass(10_000);
  vi.advanceTimersByTime(10_000);
  const meeting = admission.meeting.id;
  expect(told()).toEqual([{ meeting, serverNow: '2026-01-01T08:00:10.000Z' }]);
  pass(30 * 60_000);
  current.tellTime();
  expect(told().at(-1)).toEqual({ meeting, serverNow: '2026-01-01T08:30:10.000Z' });
  current.stepOut();
  vi.advanceTimersByTime(60_000);
  expect(told()).toHaveLength(2);
});
