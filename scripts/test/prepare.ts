import { startDisplay } from '../app/display.ts';
import type { Log } from '../log.ts';
import { resolveElectron } from '../runtimes/electron.ts';
import { prepareLinux } from '../runtimes/linux-libraries.ts';
import { checkSandbox } from '../runtimes/linux-sandbox.ts';
import { resolveLivekit } from '../runtimes/livekit.ts';
import type { Guard } from '../supervision/guard.ts';

/**
 * Gets all that tests need, and returns the environment in which they find it.
 * @throws {Unprepared} if something cannot be had.
 */
export async function prepareTests(guard: Guard, log: Log): Promise<NodeJS.ProcessEnv> {
  const electron = await resolveElectron({ log });
  await prepareLinux({ for: 'tests', electron: electron.path, log });
  await prepareLinux({ for: 'service tests', log });
  if (process.platform === 'linux') await checkSandbox(electron.dist);
  const livekit = await resolveLivekit({ log });
  // Always a screen of their own: tests would take the focus, and the clipboard, from whoever works here.
  const display = process.platform === 'linux' ? await startDisplay(guard) : {};
  log(`Electron ${electron.version} (${electron.source}), LiveKit ${livekit.version} (${livekit.source}).`);
  const found = { ELECTRON_OVERRIDE_DIST_PATH: electron.dist, VISIO_LIVEKIT_SERVER: livekit.path };
  const { WAYLAND_DISPLAY: _, ...inherited } = process.env;
  return { ...inherited, ...found, ...display };
}
