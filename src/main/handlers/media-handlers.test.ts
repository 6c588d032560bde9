import { expect, test, vi } from 'vitest';
import { nothingTold } from '../../shared/devices/system-facts.ts';
import { err, ok } from '../../shared/result.ts';
import { throughDoor } from '../calls/testing/through-door.ts';
import { mediaHandlers } from './media-handlers.ts';

function window(platform: NodeJS.Platform) {
  const open = vi.fn(async () => true);
  const restartSound = vi.fn();
  let clock = 0;
  const handlers = mediaHandlers({
    platform,
    readFacts: async () => nothingTold,
    preferences: { getMediaAccessStatus: () => 'granted', askForMediaAccess: async () => true },
    open,
    restartSound,
  });
  const door = throughDoor(handlers, () => clock);
  return { handlers, door, open, restartSound, pass: (ms: number) => void (clock += ms) };
}

test("a page that opens the system's pages by the dozen opens ten a minute", async () => {
  const { door, open, pass } = window('win32');
  for (let n = 0; n < 20; n += 1) await door['media:open-settings']('microphone');
  expect(open).toHaveBeenCalledTimes(10);
  expect(open).toHaveBeenCalledWith('ms-settings:privacy-microphone');
  expect(await door['media:open-settings']('camera')).toEqual(err({ code: 'too-many-requests' }));
  pass(60_001);
  expect(await door['media:open-settings']('camera')).toEqual(ok());
});

test('sound is not restarted again within ten seconds, whoever asks', async () => {
  const { door, restartSound, pass } = window('linux');
  expect(await door['media:restart-sound']()).toEqual(ok());
  expect(await door['media:restart-sound']()).toEqual(err({ code: 'too-many-requests' }));
  pass(10_001);
  expect(await door['media:restart-sound']()).toEqual(ok());
  expect(restartSound).toHaveBeenCalledTimes(2);
});

test('the permission for the screen is read on a Mac, where there is one', async () => {
  expect(await window('darwin').handlers['media:look-at-screen']()).toEqual(ok('granted'));
  expect(await window('linux').handlers['media:look-at-screen']()).toEqual(ok('unknown'));
});

test('a system without such a page opens nothing', async () => {
  const { handlers, open } = window('linux');
  expect(await handlers['media:open-settings']('microphone')).toEqual(err({ code: 'app-error' }));
  expect(open).not.toHaveBeenCalled();
});
