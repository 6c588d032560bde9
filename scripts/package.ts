import { build, Platform } from 'electron-builder';
import { buildApp } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { resolveElectron } from './runtimes/electron.ts';
import { withGuard } from './supervision/guard.ts';

// The app as a folder in dist/, on the Electron that development found.

try {
  const electron = await resolveElectron({ log });
  await withGuard(buildApp);
  await build({
    targets: Platform.current().createTarget('dir'),
    config: {
      extends: 'electron-builder.yml',
      electronDist: electron.dist,
      electronVersion: electron.version,
    },
    publish: 'never',
  });
} catch (error) {
  reportAndExit(error);
}
