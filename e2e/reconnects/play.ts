import { setTimeout as wait } from 'node:timers/promises';
import { tellMain } from '../support/app/main-process.ts';
import { breakConnection } from './break.ts';
import { agrees, isLong, longestLie, type Sample } from './compare-samples.ts';
import type { Meanwhile, Plan, Source } from './plan.ts';
import { clickButton, readShown } from './shown.ts';
import type { Muting, Fixture } from './fixture.ts';

export type Outcome = {
  readonly plan: Plan;
  /** Null if all went well. */
  readonly fault: string | null;
  /** At the end, such as « micro on, heard ». */
  readonly end: string;
  readonly seconds: number;
  /** What came of a moderator's mute; null without one. */
  readonly muting: Muting | null;
};

const sampleEveryMs = 200;
/** The app asks the service again for as long as it takes; a whole minute is no coming back. */
const backWithinMs = 60_000;
const agreedWithinMs = 10_000;
const sources: readonly Source[] = ['microphone', 'camera'];

/** Breaks the connection of an app in a meeting in one way, and finds out whether what it shows is what the others get. */
export async function playRun(fixture: Fixture, plan: Plan): Promise<Outcome> {
  const started = performance.now();
  const watch = watchFixture(fixture);
  let fault: string | null = null;
  let muting: Muting | null = null;
  try {
    await play(fixture, plan, watch, (done) => (muting = done));
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  watch.stop();
  for (const source of sources) {
    const lie = longestLie(watch.samples, source);
    if (isLong(lie)) fault ??= `${source}: received for ${Math.round(lie.ms)} ms while it was shown as off`;
  }
  return { plan, fault, end: watch.say(), seconds: (performance.now() - started) / 1000, muting };
}

async function play(
  fixture: Fixture,
  plan: Plan,
  watch: Watch,
  noteMuting: (muting: Muting) => void,
): Promise<void> {
  const { app, hasCamera } = fixture;
  const used = sources.filter((source) => source === 'microphone' || hasCamera);
  await watch.agreed(used, 'before');
  for (const source of used) {
    if ((watch.shown(source) === 'on') !== plan.on[source]) await clickButton(app.page, source);
    await watch.until(source, plan.on[source] ? 'on' : 'off');
  }
  await watch.agreed(used, 'before');
  // Seen and heard: from here on livekit-client has something to lose.
  const undo = await prepare(fixture, plan.meanwhile);
  watch.begin();
  const broken = breakConnection(fixture, plan);
  const isDuring = plan.moment < 0.5;
  await (isDuring && !isOnlyAfter(plan) ? Promise.race([broken, wait(plan.moment * 16_000)]) : broken);
  if (!isDuring) await wait((plan.moment - 0.5) * 6000);
  if (plan.meanwhile === 'muted-by-moderator') {
    // The service has this machine's address as well, and what it had under way with the media server is lost with it.
    noteMuting(await fixture.mute({ untilReached: plan.way === 'other-address' }));
  } else await happen(fixture, plan.meanwhile);
  await broken;
  await undo();
  await watch.agreed(used, 'after');
  for (const source of used) {
    const wanted = expected(plan, source);
    // A right that is taken while somebody is on the way in is taken from them once they are in.
    if (wanted !== null) await watch.until(source, wanted);
  }
  await watch.agreed(used, 'after');
  await oneReader(fixture);
  await restore(fixture, plan.meanwhile);
  // And the buttons still do what they say.
  for (const source of used) {
    const wanted = watch.shown(source) === 'on' ? 'off' : 'on';
    await closeDialog(fixture);
    await clickButton(app.page, source);
    await watch.until(source, wanted);
  }
  await watch.agreed(used, 'after a click');
}

/** An app that sleeps does nothing meanwhile, and where the media server is down nobody can be muted. */
const isOnlyAfter = ({ way, meanwhile }: Plan): boolean =>
  way === 'sleep' || (way === 'server-restart' && meanwhile === 'muted-by-moderator');

/** Null where either is right. */
function expected({ on, meanwhile }: Plan, source: Source): 'on' | 'off' | null {
  const turned = (isOn: boolean): 'on' | 'off' => (isOn ? 'on' : 'off');
  if (source === 'camera') return turned(on.camera);
  switch (meanwhile) {
    case 'turned-over':
      return turned(!on.microphone);
    case 'right-taken':
      return 'off';
    // A mute that does not reach us is one that nobody made; another microphone may take over.
    case 'muted-by-moderator':
    case 'unplugged':
      return null;
    default:
      return turned(on.microphone);
  }
}

/** Who opens the microphone anew and leaves the one before open is heard by somebody nobody knows of. */
async function oneReader({ app, hasCamera }: Fixture): Promise<void> {
  if (hasCamera) return;
  const readers = await app.sound.readers();
  if (readers > 1) throw new Error(`the microphone is open ${readers} times`);
}

/** So that the next run begins as this one did. */
async function restore(fixture: Fixture, meanwhile: Meanwhile): Promise<void> {
  if (meanwhile === 'right-taken')
    await fixture.moderate((target) => ({
      action: 'set-publishing',
      target,
      source: 'microphone',
      allowed: true,
    }));
  else if (meanwhile === 'unplugged') await fixture.app.sound.plugMicrophone();
  else return;
  // Nothing on the page says that either has arrived.
  await wait(1500);
}

/** Before the loss; what is returned is done after it. */
async function prepare({ app }: Fixture, meanwhile: Meanwhile): Promise<() => Promise<void>> {
  const nothing = async (): Promise<void> => undefined;
  if (meanwhile === 'key-released') await app.page.keyboard.down('Space');
  if (meanwhile !== 'page-hidden') return nothing;
  await tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  return () => tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
}

async function happen(fixture: Fixture, meanwhile: Exclude<Meanwhile, 'muted-by-moderator'>): Promise<void> {
  const { page, sound } = fixture.app;
  switch (meanwhile) {
    case 'nothing':
    case 'page-hidden':
      return;
    case 'turned-over':
      return clickButton(page, 'microphone');
    case 'turned-over-twice':
      await clickButton(page, 'microphone');
      return clickButton(page, 'microphone');
    case 'right-taken':
      return fixture.moderate((target) => ({
        action: 'set-publishing',
        target,
        source: 'microphone',
        allowed: false,
      }));
    case 'key-released':
      return page.keyboard.up('Space');
    case 'unplugged':
      return sound.unplugMicrophone();
  }
}

/** A microphone that does not open leads to the page that helps. */
async function closeDialog({ app }: Fixture): Promise<void> {
  const done = app.page.getByRole('button', { name: "J'ai terminé" });
  if (await done.isVisible()) await done.click();
}

type Watch = ReturnType<typeof watchFixture>;

/** Samples both ends five times a second. */
function watchFixture(fixture: Fixture) {
  const samples: Sample[] = [];
  const over = new AbortController();
  let lastShown: Awaited<ReturnType<typeof readShown>> = null;
  const take = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const [now] = await Promise.all([readShown(fixture.app.page), wait(sampleEveryMs)]);
      lastShown = now ?? lastShown;
      samples.push({
        at: performance.now(),
        shown: now?.shown ?? null,
        received: fixture.received(),
        isConnected: now?.isConnected ?? false,
      });
    }
  };
  void take();
  const until = async (what: string, isSo: () => boolean, withinMs: number): Promise<void> => {
    const deadline = performance.now() + withinMs;
    while (!isSo()) {
      if (performance.now() > deadline) throw new Error(`${what}: ${say()}`);
      await wait(sampleEveryMs / 2);
    }
  };
  const say = (): string => {
    const last = samples.at(-1);
    return sources
      .filter((source) => source === 'microphone' || fixture.hasCamera)
      .map((source) => {
        const received = last?.received ? (last.received[source] ? 'received' : 'not received') : 'unknown';
        return `${source} ${last?.shown?.[source] ?? 'unknown'}, ${received}`;
      })
      .concat(last?.isConnected ? [] : ['not connected'])
      .join('; ');
  };
  return {
    samples,
    say,
    stop: () => over.abort(),
    /** What was sampled so far proves nothing about the loss. */
    begin: () => void samples.splice(0),
    shown: (source: Source) => lastShown?.shown[source] ?? null,
    until: (source: Source, wanted: 'on' | 'off') =>
      until(`${source} does not turn ${wanted}`, () => lastShown?.shown[source] === wanted, agreedWithinMs),
    async agreed(which: readonly Source[], when: string): Promise<void> {
      await until(`not back ${when}`, () => samples.at(-1)?.isConnected ?? false, backWithinMs);
      // What was sampled before says nothing of what has just happened.
      const since = performance.now();
      const latest = (): Sample[] => samples.filter(({ at }) => at >= since);
      await until(`mixed ${when}`, () => which.every((source) => agrees(latest(), source)), agreedWithinMs);
    },
  };
}
