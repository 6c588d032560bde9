import path from 'node:path';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { packageApp } from './packaging/package-app.ts';
import { packagesFor } from './packaging/targets.ts';
import { resolveElectron } from './runtimes/electron.ts';
import { prepareLinux } from './runtimes/linux-libraries.ts';
import { withGuard } from './supervision/guard.ts';

// The app as users install it, in dist/, on the Electron that development found.

try {
  const electron = await resolveElectron({ log });
  const output = path.join(root, 'dist');
  const { targets } = packagesFor(process.platform, process.arch);
  await prepareLinux({ for: 'packaging', electron: electron.path, log });
  await withGuard((guard) => packageApp({ guard, electron, kind: 'release', targets, output }));
} catch (error) {
  reportAndExit(error);
}
