import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { nothingTold, type SystemFacts } from '../../../../shared/devices/system-facts.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { lookEveryMs } from '../../media/use-system-facts.ts';
import { probeDevice, type Probed } from './device-probe.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const failure = (error: string): Result<never, Diagnosis> =>
  err({ kind: 'microphone', name: 'unknown', refusedBy: null, holders: [], error });

/** A track that can be pulled out. */
function track(deviceId = 'Casque', label = deviceId) {
  const events = new EventTarget();
  return Object.assign(events, {
    label,
    muted: false,
    stop: vi.fn(),
    getSettings: () => ({ deviceId }),
  }) as unknown as MediaStreamTrack & {
    stop: ReturnType<typeof vi.fn>;
  };
}

/** A microphone on a machine whose state the test changes. */
function rig({ opens = (): Result<MediaStreamTrack, Diagnosis> => failure('NotFoundError') } = {}) {
  const machine = { system: nothingTold, listed: 1, opens };
  const told: Probed[] = [];
  let plug = (): void => undefined;
  const open = vi.fn(async () => machine.opens());
  const restartSound = vi.fn(async () => undefined);
  const probe = probeDevice({
    kind: 'microphone',
    open,
    look: async () => machine.system,
    count: async () => machine.listed,
    restartSound,
    follow: (_track, tell) => {
      tell('some');
      return () => undefined;
    },
    onPlug: (listener) => {
      plug = listener;
      return () => undefined;
    },
    tell: (probed) => told.push(probed),
  });
  const now = (): string | undefined => told.at(-1)?.diagnosis.name;
  const isReplaced = (): boolean | undefined => told.at(-1)?.isReplaced;
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
  const wait = (): Promise<unknown> => vi.advanceTimersByTimeAsync(lookEveryMs);
  return { machine, probe, open, restartSound, now, isReplaced, settle, wait, plug: () => plug() };
}

test('what the system refuses is not asked for again, and is opened once it allows it', async () => {
  const denied: SystemFacts = { ...nothingTold, access: 'denied', refusedBy: 'desktop-apps' };
  const { machine, open, now, settle, wait } = rig({ opens: () => failure('NotAllowedError') });
  machine.system = denied;
  await settle();
  await wait();
  await wait();
  expect(now()).toBe('system-refused');
  expect(open).toHaveBeenCalledOnce();
  machine.system = { ...nothingTold, access: 'granted' };
  machine.opens = () => ok(track());
  await wait();
  expect(now()).toBe('working');
});

test('one that is pulled out is said to be so, and not to be missing, until it is plugged in', async () => {
  const first = track();
  const { machine, now, settle, wait, plug } = rig({ opens: () => ok(first) });
  await settle();
  expect(now()).toBe('working');
  machine.opens = () => failure('NotFoundError');
  machine.listed = 0;
  first.dispatchEvent(new Event('ended'));
  plug();
  await settle();
  expect(now()).toBe('unplugged');
  await wait();
  expect(now()).toBe('unplugged');
  machine.opens = () => ok(track());
  machine.listed = 1;
  plug();
  await settle();
  expect(now()).toBe('working');
});

test('another one that takes the place of one that is pulled out is said to do so, the same one is not', async () => {
  const first = track('Casque');
  const second = track('Micro intégré');
  const { machine, now, isReplaced, settle, plug } = rig({ opens: () => ok(first) });
  await settle();
  expect(isReplaced()).toBe(false);
  machine.opens = () => ok(second);
  first.dispatchEvent(new Event('ended'));
  plug();
  await settle();
  expect([now(), isReplaced()]).toEqual(['working', true]);
  machine.opens = () => ok(track('Micro intégré'));
  second.dispatchEvent(new Event('ended'));
  plug();
  await settle();
  expect([now(), isReplaced()]).toEqual(['working', false]);
});

test('the browser gets its sound back where it lists nothing and the system has something', async () => {
  const { machine, restartSound, settle, wait } = rig();
  machine.listed = 0;
  await settle();
  await wait();
  expect(restartSound).not.toHaveBeenCalled();
  machine.system = { ...nothingTold, present: 1 };
  await wait();
  expect(restartSound).toHaveBeenCalledOnce();
});

test('whoever leaves while it opens leaves it closed', async () => {
  const late = track();
  const { probe, settle } = rig({ opens: () => ok(late) });
  probe.stop();
  await settle();
  expect(late.stop).toHaveBeenCalledOnce();
});
