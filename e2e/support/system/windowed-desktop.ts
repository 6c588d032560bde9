import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay, type Display } from '../../../scripts/app/display.ts';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';

/** A screen of its own with a window manager (xfwm4), and somebody's hands at its keyboard and mouse. */
export type WindowedDesktop = {
  readonly env: Display;
  /** Presses keys as xdotool names them; a number is a place on the keyboard, whatever is written there. */
  press(...keys: string[]): Promise<void>;
  /** Turns the wheel over the middle of the window, with Control held. */
  wheel(direction: 'up' | 'down'): Promise<void>;
  /** What the window manager says is free for windows, as where the screen has fewer pixels or a panel takes some of it. */
  shrinkWorkArea(width: number, height: number): Promise<void>;
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
  const home = await mkdtemp(path.join(tmpdir(), 'visio-desktop-'));
  guard.removeAtEnd(home);
  // It keeps its settings behind a session bus of its own; without NO_AT_BRIDGE it would start a second one.
  guard.spawn('dbus-run-session', ['--', 'xfwm4', '--compositor=off'], {
    env: { ...whole, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config'), NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  await untilManaged(() => must('xdotool', 'get_num_desktops'));
  return {
    env,
    press: (...keys) => must('xdotool', 'key', '--clearmodifiers', ...keys),
    async wheel(direction) {
      await must('xdotool', 'keydown', 'ctrl', 'click', direction === 'up' ? '4' : '5', 'keyup', 'ctrl');
    },
    // Xvfb's screen keeps its size (xrandr has one mode there).
    shrinkWorkArea: (width, height) =>
      must('xprop', '-root', '-f', '_NET_WORKAREA', '32c', '-set', '_NET_WORKAREA', `0,0,${width},${height}`),
    useLayout: (layout) => must('setxkbmap', layout),
  };
}

/** `ask` fails until there is a window manager that answers. */
async function untilManaged(ask: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
