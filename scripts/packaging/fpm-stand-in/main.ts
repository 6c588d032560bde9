import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reportAndExit } from '../../log.ts';
import { withGuard, type Guard } from '../../supervision/guard.ts';
import { untilTold } from '../../supervision/lifetime.ts';
import { run } from '../../supervision/run.ts';
import { addChangelogs, debCommand, prepareDeb } from './deb.ts';
import { readOptions, type Package } from './options.ts';
import { rpmCommand, spec } from './rpm.ts';
import { stage } from './stage.ts';

// Stands in for the program fpm, as electron-builder calls it: makes a deb with dpkg-deb or an rpm with rpmbuild.
// docs/decisions/0012-packages.md says why.

/** @throws with what the system's tool said. */
async function make(guard: Guard, wanted: Package, time: Date): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'visio-agents-package-'));
  guard.removeAtEnd(work);
  const root = path.join(work, 'root');
  await mkdir(root);
  if (wanted.type === 'deb') await addChangelogs(wanted, root);
  const entries = await stage(wanted, root, time);
  const text = (file: string | undefined) => (file === undefined ? '' : readFile(file, 'utf8'));
  const ask = async ([command, args]: readonly [string, readonly string[]]): Promise<void> => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(time.getTime() / 1000) };
    const { code, stdout, stderr } = await run(guard, command, args, { env });
    if (code !== 0) throw new Error(`${command} failed (${code}).\n${stdout}${stderr}`);
  };
  await mkdir(path.dirname(wanted.file), { recursive: true });
  if (wanted.type === 'deb') {
    await prepareDeb(wanted, root, entries, time);
    return ask(debCommand(wanted, root));
  }
  const specFile = path.join(work, 'package.spec');
  const scripts = {
    afterInstall: await text(wanted.afterInstall),
    afterRemove: await text(wanted.afterRemove),
  };
  await writeFile(specFile, spec(wanted, { root, entries, scripts }));
  await ask(rpmCommand(wanted, specFile, work));
  await copyFile(path.join(work, 'rpms', 'package.rpm'), wanted.file);
}

// Whoever asked may die without a word; the guard then takes the rest along.
void untilTold().then(() => process.exit(1));
try {
  const wanted = readOptions(process.argv.slice(2));
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Math.floor(Date.now() / 1000));
  await withGuard((guard) => make(guard, wanted, new Date(seconds * 1000)));
  process.exit(0);
} catch (error) {
  reportAndExit(error);
}
