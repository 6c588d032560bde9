import { MuteTrackRequest, TrackSource } from '@livekit/protocol';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { devicesOfPage } from '../../../testing/fake-devices.ts';
import { settled } from '../../../testing/settled.ts';
import { useOwnTrack, useOwnTracks } from '../session-context.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';

function Share() {
  const own = useOwnTracks().screen;
  const state = useOwnTrack(own);
  return (
    <button type="button" onClick={() => void (state === 'on' ? own.turnOff() : own.turnOn())}>
      {state}
    </button>
  );
}

/** Somebody in the meeting who shares their screen. */
const shared = async () => {
  const page = await renderInRoom(<Share />, { answers: { 'screen:stopped': ok() } });
  const click = () => page.user.click(screen.getByRole('button'));
  await click();
  await screen.findByRole('button', { name: 'on' });
  await expect.poll(() => page.room.localParticipant.isScreenShareEnabled).toBe(true);
  return { ...page, click };
};
const isOff = () => screen.findByRole('button', { name: 'off' });
const captured = () => devicesOfPage().opened.map(({ readyState }) => readyState);
/** What is left of one share: on the page, of the capture, in the room, and what main knows. */
const rest =
  ({ room, main }: Pick<Awaited<ReturnType<typeof shared>>, 'room' | 'main'>) =>
  () => ({
    page: screen.getByRole('button').textContent,
    captured: captured(),
    published: room.localParticipant.trackPublications.size,
    told: main.asked.filter((name) => name === 'screen:stopped').length,
  });
const nothing = { page: 'off', captured: ['ended'], published: 0, told: 1 };

test('a screen is published as one, for text, at its full size', async () => {
  const { server, session } = await shared();
  expect(session.ownTracks.screen.media()?.contentHint).toBe('text');
  const added = server.requests.flatMap((asked) => (asked.case === 'addTrack' ? [asked.value] : []));
  expect(added).toMatchObject([{ source: TrackSource.SCREEN_SHARE, width: 1280, height: 800 }]);
  expect(added[0]?.layers).toHaveLength(1);
});

test('« off » ends the share, and nothing of it is captured any more', async () => {
  const page = await shared();
  await page.click();
  await expect.poll(rest(page)).toEqual(nothing);
});

test('a window that is closed ends the share of it, and nobody is told of a loss', async () => {
  const page = await shared();
  await act(async () => {
    devicesOfPage().opened[0]?.end();
    await settled();
  });
  await expect.poll(rest(page)).toEqual(nothing);
  expect(page.session.toasts.current()).toEqual([]);
});

test('whoever stops it from outside of the window has stopped it', async () => {
  const page = await shared();
  act(() => page.main.announce('screen:stop', undefined));
  await expect.poll(rest(page)).toEqual(nothing);
});

test('where nothing is shared, main is told so when it asks to stop', async () => {
  const { main } = await renderInRoom(<Share />, { answers: { 'screen:stopped': ok() } });
  act(() => main.announce('screen:stop', undefined));
  expect(main.asked).toContain('screen:stopped');
});

test('a share that a moderator mutes is captured no more', async () => {
  const page = await shared();
  const [publication] = page.room.localParticipant.trackPublications.values();
  page.server.send({
    case: 'mute',
    value: new MuteTrackRequest({ sid: publication?.trackSid ?? '', muted: true }),
  });
  await expect.poll(rest(page)).toEqual(nothing);
});

test('a lost connection does not end it: the same capture is published again', async () => {
  const { room, losesConnection, getsConnectionBack } = await shared();
  await losesConnection();
  await getsConnectionBack();
  await expect.poll(() => room.localParticipant.isScreenShareEnabled).toBe(true);
  expect(captured()).toEqual(['live']);
});

test('whoever leaves the meeting shares no more, and main knows it', async () => {
  const { unmount, main } = await shared();
  unmount();
  expect(captured()).toEqual(['ended']);
  expect(main.asked).toContain('screen:stopped');
});

test.each([
  ['NotAllowedError', 'released'],
  ['NotReadableError', 'not-captured'],
])('where nothing is chosen or captured (%s), nothing is shared', async (refusal, error) => {
  devicesOfPage().screenRefusal = refusal;
  const { session, room } = await renderInRoom(<Share />, { answers: { 'screen:stopped': ok() } });
  await act(async () => expect(await session.ownTracks.screen.turnOn()).toEqual({ ok: false, error }));
  await isOff();
  expect(room.localParticipant.trackPublications.size).toBe(0);
});
