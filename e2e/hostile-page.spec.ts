import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { blue } from './support/media/camera.ts';
import { clickThatCloses } from './support/app/click-that-closes.ts';
import { askMain } from './support/app/main-process.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { ownWindow } from './support/page/own-window.ts';

// What a script that has got into the page would try beyond talking to others (that is in security.spec.ts).

const atHome = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();

test('the page cannot look at the screen, nor take two devices at once', async ({ launch }) => {
  const { page } = await launch({ camera: blue });
  await atHome(page);
  const outcomes = await page.evaluate(async () => {
    const capture = (source: string): MediaTrackConstraints =>
      ({ mandatory: { chromeMediaSource: source } }) as MediaTrackConstraints;
    const outcome = (asked: Promise<MediaStream>): Promise<string> =>
      asked.then(
        () => 'given',
        () => 'refused',
      );
    return {
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      desktop: await outcome(navigator.mediaDevices.getUserMedia({ video: capture('desktop') })),
      screen: await outcome(navigator.mediaDevices.getUserMedia({ video: capture('screen') })),
      window: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      both: await outcome(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
    };
  });
  expect(outcomes).toEqual({
    microphone: 'given',
    desktop: 'refused',
    screen: 'refused',
    window: 'refused',
    both: 'refused',
  });
});

const outcomeOf = (page: Page, api: 'display' | 'desktop'): Promise<string> =>
  page.evaluate(async (which) => {
    const desktop = { mandatory: { chromeMediaSource: 'desktop' } } as MediaTrackConstraints;
    const asked =
      which === 'display'
        ? navigator.mediaDevices.getDisplayMedia({ video: true })
        : navigator.mediaDevices.getUserMedia({ video: desktop });
    return asked.then(
      (stream) => `given ${stream.getTracks().length}`,
      () => 'refused',
    );
  }, api);

test('@long in a meeting each request of the page for a screen is one that its user decides, without sound', async ({
  launch,
}) => {
  const { page, electron } = await launch({ microphone: null });
  await openMeeting(page);
  await chooseListening(page);
  const cancelled = outcomeOf(page, 'display');
  const first = await ownWindow(electron, 'screen-picker');
  await clickThatCloses(first.getByRole('button', { name: 'Annuler' }));
  expect(await cancelled).toBe('refused');
  const given = page.evaluate(() =>
    navigator.mediaDevices
      .getDisplayMedia({ video: true, audio: true })
      .then((stream) => stream.getTracks().map(({ kind }) => kind)),
  );
  const second = await ownWindow(electron, 'screen-picker', first);
  await second.getByRole('radio', { name: 'Écran entier' }).check();
  await clickThatCloses(second.getByRole('button', { name: 'Partager' }));
  expect(await given).toEqual(['video']);
  // While something is shared, there is nothing more to be had.
  expect(await outcomeOf(page, 'display')).toBe('refused');
  expect(electron.windows().filter((each) => each.url().startsWith('app://screen-picker/'))).toEqual([]);
});

test('@long a page that takes what its user chose for the whole desktop does not live on', async ({
  launch,
}) => {
  const { page, electron } = await launch({ microphone: null });
  await openMeeting(page);
  await chooseListening(page);
  const crashed = page.waitForEvent('crash');
  void outcomeOf(page, 'desktop').catch(() => undefined);
  const picker = await ownWindow(electron, 'screen-picker');
  await picker.getByRole('radio', { name: 'Écran entier' }).check();
  await clickThatCloses(picker.getByRole('button', { name: 'Partager' }));
  await crashed;
});

test('a frame within the page opens no device, and the page may nothing that it does not use', async ({
  launch,
}) => {
  const { page } = await launch({ camera: blue });
  await atHome(page);
  const { inFrame, states } = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow?.navigator.mediaDevices;
    const opened = inner?.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    );
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    const asked = ['microphone', 'camera', 'geolocation', 'notifications', 'midi', 'clipboard-read'];
    const answers = await Promise.all(asked.map(async (name) => [name, await state(name)] as const));
    return { inFrame: await opened, states: Object.fromEntries(answers) };
  });
  expect(inFrame).toBe('refused');
  expect(states).toEqual({
    microphone: 'granted',
    camera: 'granted',
    geolocation: 'denied',
    notifications: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
  });
});

test('the page saves no file', async ({ launch }) => {
  const { page, electron } = await launch();
  await atHome(page);
  const refused = electron.evaluate(
    ({ session }) =>
      new Promise<boolean[]>((resolve) => {
        const seen: boolean[] = [];
        session.defaultSession.on('will-download', (event) => {
          if (seen.push(event.defaultPrevented) === 3) resolve(seen);
        });
      }),
  );
  await page.evaluate(() => {
    const offer = (address: string): void => {
      const link = document.createElement('a');
      link.href = address;
      link.download = 'invitation.desktop';
      link.click();
    };
    offer(URL.createObjectURL(new Blob(['[Desktop Entry]'])));
    offer('data:application/octet-stream,x');
    offer('app://visio-agents/index.html');
  });
  expect(await refused).toEqual([true, true, true]);
});

test('the page is given no Bluetooth device', async ({ launch }) => {
  const { page, electron } = await launch();
  await atHome(page);
  // No Bluetooth here: what Electron would ask is asked of the window directly.
  const answer = await askMain(electron, ({ BrowserWindow }) => {
    const said: unknown[] = [];
    const event = { preventDefault: () => said.push('prevented') };
    BrowserWindow.getAllWindows()[0]?.webContents.emit(
      'select-bluetooth-device',
      event,
      [{ deviceName: 'x', deviceId: 'x' }],
      (id: string) => said.push(id),
    );
    return said;
  });
  expect(answer).toEqual(['prevented', '']);
});

test('a page that leaves for nowhere is called back', async ({ launch }) => {
  const { page } = await launch();
  await atHome(page);
  const gone = page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
  await page.evaluate(() => {
    setTimeout(() => (window.location.href = 'about:blank'), 0);
  });
  await gone;
  await expect(page).toHaveURL('app://visio-agents/');
  await atHome(page);
});
