import { createPackage } from '@electron/asar';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, tool } from '../../scripts/app/build.ts';
import { Unprepared } from '../../scripts/log.ts';
import { packageApp } from '../../scripts/packaging/package-app.ts';
import type { Electron } from '../../scripts/runtimes/electron.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';

/** The two executables that are compared: the same Electron, on disk and in memory, with another `app.asar`. */
export type Programs = { readonly app: string; readonly bare: string };

const folder = path.join(root, 'out/bench');

/** Packages the app as users get it (but that it may be driven), and the bare one in a copy of it. */
export async function makePrograms(guard: Guard, electron: Electron): Promise<Programs> {
  const output = path.join(folder, 'app');
  const app = await packageApp({ guard, electron, kind: 'driven', targets: ['dir'], output });
  const source = await buildBare(guard);
  const bare = await withOtherApp(guard, app, 'bare', source);
  await copyFile(
    path.join(source, 'renderer/index.html'),
    path.join(path.dirname(bare), 'resources/heading.html'),
  );
  return { app: path.join(app, 'visio-agents'), bare };
}

/** The same packaged Electron with the app of another folder (its `package.json` names the entry); its executable. */
async function withOtherApp(guard: Guard, packaged: string, name: string, source: string): Promise<string> {
  const copy = path.join(folder, `${name}-packaged`);
  await rm(copy, { recursive: true, force: true });
  // Links: one executable in memory for all that run, so that the memory of one side is not shared with itself alone.
  const linked = await run(guard, 'cp', ['-al', packaged, copy]);
  if (linked.code !== 0) throw new Unprepared(`The packaged app cannot be copied.\n${linked.stderr}`);
  const archive = path.join(copy, 'resources/app.asar');
  await rm(archive);
  await createPackage(source, archive);
  return path.join(copy, 'visio-agents');
}

async function buildBare(guard: Guard): Promise<string> {
  const vite = tool('electron-vite/bin/electron-vite.js');
  const built = await run(guard, process.execPath, [vite, 'build', 'bench/bare'], { cwd: root });
  if (built.code !== 0) throw new Unprepared(`The bare app does not build.\n${built.stdout}${built.stderr}`);
  const output = path.join(folder, 'bare');
  const about = { name: 'bare', version: '0.0.0', type: 'module', main: 'main/index.js' };
  await writeFile(path.join(output, 'package.json'), JSON.stringify(about));
  return output;
}
