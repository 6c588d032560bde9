import { followSoundServer } from './linux/follow-sound-server.ts';
import { runTool } from './linux/run-tool.ts';

type Deps = {
  readonly platform: NodeJS.Platform;
  readonly window: {
    isDestroyed(): boolean;
    isVisible(): boolean;
    isMinimized(): boolean;
    on(event: 'focus' | 'closed', listener: () => void): unknown;
  };
  /** A device may have come or gone of which the window's browser hears nothing by itself. */
  readonly tell: () => void;
};

/** Ms that the sound server has for an answer; on a busy machine it takes more than the few it needs, and nobody waits for it. */
const limitMs = 3_000;

/** Follows the devices until the window is closed. Only Linux needs it. */
export function followDevices({ platform, window, tell }: Deps): void {
  if (platform !== 'linux') return;
  const over = new AbortController();
  window.on('closed', () => over.abort());
  // Where the sound server does not tell, whoever comes back with a headset is asked for it.
  window.on('focus', tell);
  void followSoundServer({
    system: { run: runTool(process.env, limitMs) },
    tell,
    isWanted: () => !window.isDestroyed() && window.isVisible() && !window.isMinimized(),
    signal: over.signal,
  });
}
