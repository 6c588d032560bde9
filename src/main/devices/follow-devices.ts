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
  /** A device that Chromium does not notice by itself may have been added or removed. */
  readonly tell: () => void;
};

/** Ms that the sound server has to answer: generous, as a busy machine takes longer and nobody waits for it. */
const limitMs = 3_000;

/** Follows the devices until the window is closed. Only Linux needs it. */
export function followDevices({ platform, window, tell }: Deps): void {
  if (platform !== 'linux') return;
  const over = new AbortController();
  window.on('closed', () => over.abort());
  // If the sound server does not tell, the devices are read again when the user returns to the window, maybe with a headset.
  window.on('focus', tell);
  void followSoundServer({
    system: { run: runTool(process.env, limitMs) },
    tell,
    isWanted: () => !window.isDestroyed() && window.isVisible() && !window.isMinimized(),
    signal: over.signal,
  });
}
