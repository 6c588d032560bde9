import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn, type Admission } from './testing/wire.ts';

let outside: BlackBoxService;
let moderator: Admission;
beforeEach(async () => {
  outside = await startBlackBoxService();
  moderator = await outside.open();
});
afterEach(async () => {
  vi.useRealTimers();
  await outside.stop();
});

test('the stream has its headers, and a ping every 15 s', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const stream = await outside.listen(moderator.participationToken);
  expect([stream.status, stream.headers]).toEqual([
    200,
    expect.objectContaining({
      'content-type': expect.stringMatching(/^text\/event-stream/),
      'x-accel-buffering': 'no',
      'cache-control': 'no-store',
    }),
  ]);
  expect(await stream.next()).toBe(': ping\n\n');
  for (let n = 0; n < 3; n += 1) {
    vi.advanceTimersByTime(14_999);
    outside.inside.deps.announcements.announce(moderator.meeting.id, { type: 'rejoin' });
    expect(await stream.next()).toBe('event: rejoin\ndata: {}\n\n');
    vi.advanceTimersByTime(1);
    expect(await stream.next()).toBe(': ping\n\n');
  }
});

test('who may not listen is refused as by every call', async () => {
  const events = (token?: string) => outside.ask('GET /api/v1/participation/events', { token });
  expect(problemIn(await events())).toEqual(failure('not-signed-in', 401));
  const paul = (await outside.join(moderator.meeting.links.participant, 'Paul')).json();
  await outside.moderate(moderator, { action: 'remove', target: paul.participant.identity });
  expect(problemIn(await events(paul.participationToken))).toEqual(failure('removed', 403));
  await outside.ask('POST /api/v1/participation/end-meeting', {
    body: {},
    token: moderator.participationToken,
  });
  expect(problemIn(await events(moderator.participationToken))).toEqual(failure('meeting-over', 404));
});
