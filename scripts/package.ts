import path from 'node:path';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { packageApp } from './packaging/package-app.ts';
import { resolveElectron } from './runtimes/electron.ts';
import { withGuard } from './supervision/guard.ts';

// The app as users install it, in dist/, on the Electron that development found.

try {
  const electron = await resolveElectron({ log });
  const output = path.join(root, 'dist');
  await withGuard((guard) => packageApp({ guard, electron, kind: 'release', targets: ['dir'], output }));
} catch (error) {
  reportAndExit(error);
}
