import type { WebFrameMain } from 'electron';
import { expect, test, vi } from 'vitest';
import { screenRequests, type Captured } from './screen-requests.ts';

const frame = {} as WebFrameMain;
const wanted: Captured = { id: 'window:42:0', name: 'Bilan.odt' };

/** A page, its user and Electron. Unless the test says otherwise, the user chooses and the meeting goes on. */
function page() {
  const user = { chooses: wanted as Captured | null | Promise<Captured | null>, mayShare: true };
  const gone = new AbortController();
  const [choose, onGranted, condemnPage] = [vi.fn(async () => user.chooses), vi.fn(), vi.fn()];
  let clock = 0;
  const { onPermission, onDisplay } = screenRequests({
    mayShare: () => user.mayShare,
    untilGone: () => gone.signal,
    choose,
    onGranted,
    condemnPage,
    ourFrame: () => frame,
    log: { warn: () => undefined },
    now: () => clock,
  });
  /** What Electron does once a request is granted: for `getDisplayMedia` it asks which, before the grant returns. */
  const request = async (asksWhich: () => void): Promise<boolean> =>
    new Promise((resolve) =>
      onPermission((granted) => {
        if (granted) asksWhich();
        resolve(granted);
      }),
    );
  const display = (from: WebFrameMain | null = frame, videoRequested = true) => {
    const answer = vi.fn();
    onDisplay({ frame: from, videoRequested }, answer);
    return answer.mock.calls[0]?.[0] as unknown;
  };
  return {
    user,
    untilGone: () => gone.signal,
    choose,
    onGranted,
    condemnPage,
    display,
    pass: (ms: number) => (clock += ms),
    reload: () => gone.abort(),
    async getDisplayMedia(from: WebFrameMain | null = frame) {
      let given: unknown = null;
      const granted = await request(() => (given = display(from)));
      return granted ? given : 'refused';
    },
    getUserMedia: () => request(() => undefined),
  };
}

test('the page gets what its user chose, once, and without sound', async () => {
  const { getDisplayMedia, display, onGranted } = page();
  expect(await getDisplayMedia()).toEqual({ video: wanted });
  expect(onGranted).toHaveBeenCalledOnce();
  expect(display()).toBeNull();
  expect(onGranted).toHaveBeenCalledOnce();
});

test('a page whose user wants to share nothing gets nothing', async () => {
  const { user, getDisplayMedia, onGranted } = page();
  user.chooses = null;
  expect(await getDisplayMedia()).toBe('refused');
  user.chooses = Promise.reject(new Error('the portal was closed'));
  expect(await getDisplayMedia()).toBe('refused');
  expect(onGranted).not.toHaveBeenCalled();
});

test('outside of a meeting, or where the administrator has turned it off, nobody is asked', async () => {
  const { user, getDisplayMedia, choose } = page();
  user.mayShare = false;
  expect(await getDisplayMedia()).toBe('refused');
  expect(choose).not.toHaveBeenCalled();
});

test('a choice that is made when the meeting is over opens nothing', async () => {
  const { user, getDisplayMedia } = page();
  const { promise, resolve } = Promise.withResolvers<Captured>();
  user.chooses = promise;
  const given = getDisplayMedia();
  user.mayShare = false;
  resolve(wanted);
  expect(await given).toBe('refused');
});

test('a choice that is made for a page that is gone by then opens nothing, and the next page lives on', async () => {
  const { user, reload, getUserMedia, choose, condemnPage } = page();
  const { promise, resolve } = Promise.withResolvers<Captured>();
  user.chooses = promise;
  // Whatever asked, nobody asks which screen for a page that is gone.
  const given = getUserMedia();
  expect(choose).toHaveBeenCalledExactlyOnceWith(expect.any(AbortSignal));
  reload();
  resolve(wanted);
  expect(await given).toBe(false);
  expect(condemnPage).not.toHaveBeenCalled();
});

test('while the user is asked, another request is refused', async () => {
  const { user, getDisplayMedia, choose } = page();
  const { promise, resolve } = Promise.withResolvers<Captured>();
  user.chooses = promise;
  const first = getDisplayMedia();
  expect(await getDisplayMedia()).toBe('refused');
  resolve(wanted);
  expect(await first).toEqual({ video: wanted });
  expect(choose).toHaveBeenCalledOnce();
});

test('a page that takes the choice for a capture by getUserMedia does not live on', async () => {
  const { getUserMedia, display, condemnPage, onGranted } = page();
  await getUserMedia();
  await expect.poll(() => condemnPage.mock.calls.length).toBe(1);
  expect(display()).toBeNull();
  expect(onGranted).not.toHaveBeenCalled();
});

test('the choice is for our page alone, and for a picture', async () => {
  const { getDisplayMedia, condemnPage } = page();
  expect(await getDisplayMedia({} as WebFrameMain)).toBeNull();
  expect(await getDisplayMedia(null)).toBeNull();
  expect(condemnPage).not.toHaveBeenCalled();
});

test('a page that asks endlessly opens ten pickers a minute', async () => {
  const { user, getDisplayMedia, choose, pass } = page();
  user.chooses = null;
  for (let n = 0; n < 20; n += 1) await getDisplayMedia();
  expect(choose).toHaveBeenCalledTimes(10);
  pass(60_001);
  await getDisplayMedia();
  expect(choose).toHaveBeenCalledTimes(11);
});
