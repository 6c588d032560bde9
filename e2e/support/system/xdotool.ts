import { run } from '../../../scripts/supervision/run.ts';
import type { Guard } from '../../../scripts/supervision/guard.ts';

/** Windows on the screen with this title (an expression), by their numbers. */
export async function windowsNamed(guard: Guard, title: string): Promise<string[]> {
  const { stdout } = await run(guard, 'xdotool', ['search', '--onlyvisible', '--name', title]);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Presses a key in the window, as a keyboard does. */
export async function pressKey(guard: Guard, window: string, key: string): Promise<void> {
  const { code, stderr } = await run(guard, 'xdotool', ['windowfocus', '--sync', window, 'key', key]);
  if (code !== 0) throw new Error(`xdotool: ${stderr}`);
}
