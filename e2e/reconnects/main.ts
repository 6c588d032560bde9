import { parseArgs } from 'node:util';
import { buildApp } from '../../scripts/app/build.ts';
import { logToStderr as log, reportAndExit, Unprepared } from '../../scripts/log.ts';
import { prepareTests } from '../../scripts/test/prepare.ts';
import { resolveElectron } from '../../scripts/runtimes/electron.ts';
import { openGuard, type Guard } from '../../scripts/supervision/guard.ts';
import { untilTold } from '../../scripts/supervision/lifetime.ts';
import { planRun, ways, type Plan } from './plan.ts';
import { playRun, type Outcome } from './play.ts';
import { openFixture, type Muting, type Fixture } from './fixture.ts';

// npm run reconnects -- --runs=N --seed=N --parallel=N [--way=NAME] [--meanwhile=NAME]: loses the connection of a real app in
// all ways, by turns, and finds out each time whether what it shows of microphone and camera is what the others get.

type Options = {
  readonly runs: number;
  readonly seed: number;
  readonly parallel: number;
  readonly way?: string | undefined;
  readonly meanwhile?: string | undefined;
};

async function reconnects(guard: Guard, options: Options, open: Set<Fixture>): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Unprepared('Networks that can be broken are made with Linux’ own means, by root alone.');
  Object.assign(process.env, await prepareTests(guard, log));
  await buildApp(guard);
  const electron = await resolveElectron({ log });
  const plans = Array.from({ length: options.runs }, (_, i) => ({
    ...planRun(options.seed + i),
    ...only(options),
  }));
  const outcomes: Outcome[] = [];
  // A network's cable goes a moment after it.
  let fixtures = 0;

  // Plays on in one meeting until something is wrong with it, or the next run is for an app with other devices.
  async function playOnOutput(camerasFirst: boolean): Promise<void> {
    let fixture: Fixture | null = null;
    const next = (): Plan | undefined => {
      const i = plans.findIndex(({ hasCamera }) => hasCamera === (fixture?.hasCamera ?? camerasFirst));
      return plans.splice(Math.max(i, 0), 1)[0];
    };
    for (let plan = next(); plan; plan = next()) {
      const started = performance.now();
      let outcome: Outcome;
      try {
        if (fixture && fixture.hasCamera !== plan.hasCamera) fixture = await end(fixture);
        fixture ??= await openFixture({ guard, electron, number: (fixtures += 1) }, plan.hasCamera);
        open.add(fixture);
        outcome = await playRun(fixture, plan);
      } catch (error) {
        const seconds = (performance.now() - started) / 1000;
        outcome = { plan, fault: `no meeting: ${String(error)}`, end: '', seconds, muting: null };
      }
      outcomes.push(outcome);
      console.log(line(outcome));
      if (fixture && outcome.fault !== null) fixture = await end(fixture);
    }
    if (fixture) await end(fixture);
  }
  async function end(fixture: Fixture): Promise<null> {
    open.delete(fixture);
    // The runs have been judged by now, but what does not close must not go unseen.
    await fixture.close().catch((error: unknown) => console.log(`not closed: ${String(error)}`));
    return null;
  }
  await Promise.all(Array.from({ length: options.parallel }, (_, i) => playOnOutput(i % 2 === 1)));
  const failed = outcomes.filter(({ fault }) => fault !== null);
  const mutings = (which: Muting): number => outcomes.filter(({ muting }) => muting === which).length;
  console.log(
    `mutes by a moderator: ${mutings('took-place')} took place, ${mutings('nobody-there')} found nobody`,
  );
  if (failed.length > 0) console.log(`seeds that failed: ${failed.map(({ plan }) => plan.seed).join(' ')}`);
  console.log(`reconnects: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 && outcomes.length === options.runs;
}

const only = ({ way, meanwhile }: Options): Partial<Plan> => ({
  ...(way === undefined ? {} : { way: way as Plan['way'] }),
  ...(meanwhile === undefined ? {} : { meanwhile: meanwhile as Plan['meanwhile'] }),
});

const line = ({ plan, fault, end, seconds, muting }: Outcome): string =>
  [
    `${fault === null ? '✓' : '✗'} ${plan.seed}`,
    plan.way,
    `${plan.meanwhile}${muting === 'nobody-there' ? ', nobody there' : ''}`,
    `before: microphone ${plan.on.microphone ? 'on' : 'off'}${plan.hasCamera ? `, camera ${plan.on.camera ? 'on' : 'off'}` : ''}`,
    `end: ${end}`,
    `${seconds.toFixed(1)} s`,
    ...(fault === null ? [] : [fault]),
  ].join(' · ');

const guard = openGuard();
const open = new Set<Fixture>();
try {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(ways.length) },
      seed: { type: 'string', default: '1' },
      parallel: { type: 'string', default: '2' },
      way: { type: 'string' },
      meanwhile: { type: 'string' },
    },
  });
  const options = {
    runs: Number(values.runs),
    seed: Number(values.seed),
    parallel: Number(values.parallel),
    way: values.way,
    meanwhile: values.meanwhile,
  };
  const outcome = await Promise.race([reconnects(guard, options, open), untilTold()]);
  // Told to end in the middle: networks are nobody's children.
  await Promise.allSettled([...open].map((fixture) => fixture.close()));
  await guard.close();
  process.exit(outcome === true ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}
