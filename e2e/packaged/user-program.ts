import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppProgram } from '../support/app/app-program.ts';
import type { OrdinaryUser } from './ordinary-user.ts';

/** A packaged app as somebody runs it; whoever started it keeps its process id. */
export async function userProgram(user: OrdinaryUser, executable: string): Promise<AppProgram> {
  // Playwright puts arguments of its own before all others: they must reach the app, not the program that changes the user.
  const starter = path.join(user.home, 'start');
  const words = user.as([executable]).map((word) => `'${word}'`);
  await writeFile(starter, `#!/bin/sh\ncd "$HOME" && exec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return {
    executable: starter,
    // Without a GPU, drawing in software is what happens anyway.
    args: ['--disable-gpu'],
    sandbox: true,
    env: user.env,
    share: async (...folders) => void (await Promise.all(folders.map((folder) => user.give(folder)))),
  };
}
