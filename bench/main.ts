import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/app/build.ts';
import { startDisplay } from '../scripts/app/display.ts';
import { logToStderr as log, reportAndExit, Unprepared } from '../scripts/log.ts';
import { resolveElectron } from '../scripts/runtimes/electron.ts';
import { prepareLinux } from '../scripts/runtimes/linux-libraries.ts';
import { openGuard, type Guard } from '../scripts/supervision/guard.ts';
import { makePrograms } from './lib/programs.ts';
import { machine, report } from './lib/report.ts';
import { verdict, type Row } from './lib/row.ts';
import { openSetting, type Setting } from './lib/setting.ts';
import { measureJoin } from './rows/join.ts';
import { measureLoaded } from './rows/loaded.ts';
import { measureMemory } from './rows/memory.ts';
import { measureReturn } from './rows/return.ts';
import { measureService } from './rows/service.ts';
import { measureFirstStart, measureStart } from './rows/start.ts';

// npm run bench [-- NAME] [--check] [--pairs=N]: the packaged app against a bare Electron page, in one interleaved run.

const benches: Readonly<Record<string, (setting: Setting) => Promise<Row[]>>> = {
  start: measureStart,
  'first-start': measureFirstStart,
  join: measureJoin,
  memory: measureMemory,
  loaded: measureLoaded,
};

/** Without the app. */
const serviceBenches: Readonly<Record<string, () => Promise<Row[]>>> = {
  service: measureService,
  return: measureReturn,
};

const folder = path.join(root, 'out/bench');

async function bench(guard: Guard): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, pairs: { type: 'string', default: '20' } },
  });
  const known = [...Object.keys(benches), ...Object.keys(serviceBenches)];
  const names = positionals.length === 0 ? known : positionals;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Unprepared(`There is no bench « ${unknown} »; there are ${known.join(', ')}.`);
  if (process.platform !== 'linux')
    throw new Unprepared('The benches run on Linux, where memory and windows can be watched.');
  const rows = [...(await benchService(names)), ...(await benchApp(guard, names, Number(values.pairs)))];
  const over = rows.filter((row) => verdict(row) === 'over');
  if (values.check)
    console.log(`\nbench: ${rows.length - over.length} rows within, ${over.length} over their budget`);
  return !values.check || over.length === 0;
}

async function benchService(names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of names.filter((each) => each in serviceBenches)) {
    log(`${name}…`);
    const measured = (await serviceBenches[name]?.()) ?? [];
    rows.push(...measured);
    console.log(`\n${await report({ name, rows: measured, electron: 'none', folder })}`);
  }
  return rows;
}

async function benchApp(guard: Guard, asked: readonly string[], pairs: number): Promise<Row[]> {
  const names = asked.filter((name) => name in benches);
  if (names.length === 0) return [];
  const electron = await resolveElectron({ log });
  await prepareLinux({ for: 'bench', electron: electron.path, log });
  const programs = await makePrograms(guard, electron);
  Object.assign(process.env, await startDisplay(guard));
  const setting = await openSetting({ guard, electron, programs, pairs });
  const { processor, cores, memoryGiB } = machine();
  console.log(
    `Electron ${electron.version} on ${processor}, ${cores} cores, ${memoryGiB} GiB; ${pairs} pairs`,
  );
  const rows: Row[] = [];
  for (const name of names) {
    log(`${name}…`);
    const measured = (await benches[name]?.(setting)) ?? [];
    rows.push(...measured);
    console.log(`\n${await report({ name, rows: measured, electron: electron.version, folder })}`);
  }
  await setting.close();
  return rows;
}

const guard = openGuard();
try {
  const withinBudget = await bench(guard);
  await guard.close();
  process.exit(withinBudget ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}
