import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { askForRunning } from './running-meeting.ts';

const [older, latest] = ['2026-01-01T08:00:00.000Z', '2026-01-01T09:00:00.000Z'].map((createdAt, n) => ({
  id: `M${n}`,
  createdAt,
  expiresAt: '2026-01-01T12:40:00.000Z',
  serverNow: '2026-01-01T09:30:00.000Z',
  role: 'participant',
}));
const serverNow = '2026-01-01T10:00:00.000Z';

/** Home, with what main answers. */
async function home({ remembered = false, signedIn = false, stopAfter = Infinity }) {
  const answers: Record<string, unknown> = {
    'meeting:current': remembered ? { present: false, admission: { meeting: latest } } : null,
    'meeting:mine': { serverNow, meetings: [older, latest] },
  };
  const [hearTime, tell] = [vi.fn(), vi.fn()];
  let stop = (): void => undefined;
  let asked = 0;
  const call = async (name: string): Promise<unknown> => {
    asked += 1;
    if (asked === stopAfter) queueMicrotask(() => stop());
    await Promise.resolve();
    await Promise.resolve();
    return ok(answers[name]);
  };
  stop = askForRunning({ bridge: { call } as unknown as Bridge, signedIn, hearTime, tell });
  await new Promise((resolve) => setTimeout(resolve));
  return { hearTime, tell };
}

test('the meeting that main remembers is told, and what time it is there', async () => {
  const { hearTime, tell } = await home({ remembered: true, signedIn: true });
  expect(hearTime.mock.calls).toEqual([[latest?.serverNow, 'M1']]);
  expect(tell.mock.calls).toEqual([[expect.objectContaining({ role: 'participant', resumes: null })]]);
});

test('else the latest that the agent opened', async () => {
  const { hearTime, tell } = await home({ signedIn: true });
  expect(hearTime.mock.calls).toEqual([[serverNow, null]]);
  expect(tell.mock.calls).toEqual([[expect.objectContaining({ role: 'moderator', resumes: 'M1' })]]);
});

test('nothing is told to a home that is gone by then: neither a meeting nor a time', async () => {
  for (const gone of [
    { remembered: true, stopAfter: 1 },
    { signedIn: true, stopAfter: 1 },
    { signedIn: true, stopAfter: 2 },
  ]) {
    const { hearTime, tell } = await home(gone);
    expect(hearTime).not.toHaveBeenCalled();
    expect(tell).not.toHaveBeenCalled();
  }
});
