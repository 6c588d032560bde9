import { describe, expect, test } from 'vitest';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import { camera, hearing, lookAt, shut, soundCard, soundless } from '../testing/linux-machine.ts';
import { flatpakWithDevices, flatpakWithSound, pulseAudioSources } from '../testing/recorded-linux.ts';

describe('what refuses', () => {
  test('is the group, where the files are there and not for this user', async () => {
    expect(await lookAt(camera, 'camera', shut)).toMatchObject({ access: 'denied', refusedBy: 'group' });
    expect(await lookAt(soundCard, 'microphone', { ...shut, ...soundless })).toMatchObject({
      refusedBy: 'group',
    });
  });

  test('is not the group where a sound server stands between, or may', async () => {
    const pulse = { ...shut, ...hearing(pulseAudioSources) };
    expect(await lookAt(soundCard, 'microphone', pulse)).toMatchObject({
      access: 'unknown',
      refusedBy: null,
    });
    // Nobody can ask: there is no `pactl`, or it got no answer.
    expect(await lookAt(soundCard, 'microphone', shut)).toMatchObject({
      access: 'unknown',
      refusedBy: null,
    });
  });

  test('is nothing where there is no device', async () => {
    expect(await lookAt({}, 'camera', shut)).toMatchObject({ access: 'unknown', present: 0, heldBy: [] });
  });

  test.each<[DeviceKind, string, boolean]>([
    ['camera', flatpakWithSound, true],
    ['camera', flatpakWithDevices, false],
    ['microphone', flatpakWithSound, false],
    ['microphone', flatpakWithSound.replace('pulseaudio;', ''), true],
    ['speaker', flatpakWithSound.replace('pulseaudio;', ''), true],
  ])('is the Flatpak that a %s is kept out of', async (kind, info, refuses) => {
    const facts = await lookAt({ '.flatpak-info': info }, kind);
    expect(facts.refusedBy).toBe(refuses ? 'sandbox' : null);
    expect(facts.access).toBe(refuses ? 'denied' : 'unknown');
  });

  test('a Flatpak sees its own programs only: nobody found there is no answer', async () => {
    const tree = { ...camera, '.flatpak-info': flatpakWithDevices };
    expect(await lookAt(tree, 'camera')).toMatchObject({ heldBy: null });
  });

  test.each([
    ['not connected', { code: 1, stdout: '', stderr: '' }, 'sandbox'],
    ['connected', { code: 0, stdout: '', stderr: '' }, null],
    [
      'a plug that it never had',
      { code: 1, stdout: '', stderr: 'error: snap "x" has no plug or slot named "camera"' },
      null,
    ],
    ['no answer', null, null],
  ])('is the Snap: %s', async (_which, answer, refusedBy) => {
    const snap = { env: { SNAP: '/snap/x/1' }, execPath: '/snap/x/1/visio-agents', run: async () => answer };
    expect(await lookAt(camera, 'camera', snap)).toMatchObject({ refusedBy });
  });

  test('is no Snap that only lent us its terminal', async () => {
    const run = async () => ({ code: 1, stdout: '', stderr: '' });
    expect(await lookAt(camera, 'camera', { env: { SNAP: '/snap/code/9' }, run })).toMatchObject({
      refusedBy: null,
    });
  });
});
