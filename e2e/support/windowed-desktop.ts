import { once } from 'node:events';
import { startDisplay, type Display } from '../../scripts/app/display.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';

/** A screen of its own with a window manager (Openbox), and somebody's hands at its keyboard and mouse. */
export type WindowedDesktop = {
  readonly env: Display;
  /** Presses keys as xdotool names them; a number is a place on the keyboard, whatever is written there. */
  press(...keys: string[]): Promise<void>;
  /** Turns the wheel over the middle of the window, with Control held. */
  wheel(direction: 'up' | 'down'): Promise<void>;
  /** As xkb names layouts: `us`, `fr`, `ru`, `gr`, `ara`, `il`. */
  useLayout(layout: string): Promise<void>;
};

/** Of X11, on every keyboard: the places of the letters D and E of an American one. */
export const places = { d: '40', e: '26', zero: '19', minus: '20', equal: '21' } as const;

/** `size` in pixels. */
export async function startWindowedDesktop(guard: Guard, size: string): Promise<WindowedDesktop> {
  const env = await startDisplay(guard, size);
  const whole = { ...process.env, ...env };
  const must = async (command: string, ...args: string[]): Promise<void> => {
    const { code, stderr } = await run(guard, command, args, { env: whole });
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  };
  // It runs the program when it manages the windows, and not before.
  const manager = guard.spawn('openbox', ['--sm-disable', '--startup', 'echo ready'], {
    env: whole,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (manager.stdout) await once(manager.stdout, 'data');
  return {
    env,
    press: (...keys) => must('xdotool', 'key', '--clearmodifiers', ...keys),
    async wheel(direction) {
      await must('xdotool', 'keydown', 'ctrl', 'click', direction === 'up' ? '4' : '5', 'keyup', 'ctrl');
    },
    useLayout: (layout) => must('setxkbmap', layout),
  };
}
