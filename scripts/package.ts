import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { checkContents, sizeOf } from './packaging/check-contents.ts';
import { contentsTable } from './packaging/contents-table.ts';
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
  const started = performance.now();
  const unpacked = await withGuard((guard) =>
    packageApp({ guard, electron, kind: 'release', targets, output }),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  log(`\nMade in ${path.relative(root, output)}/, in ${seconds} s:`);
  for (const name of (await readdir(output)).filter((each) => /\.(deb|rpm|msi|exe|dmg|pkg)$/.test(each)))
    log(`${name}  ${((await stat(path.join(output, name))).size / 1e6).toFixed(1)} MB`);
  log(`\nWhat is in the app, and why (${path.relative(root, unpacked)}):\n`);
  const listed = await checkContents(unpacked, process.platform);
  for (const line of contentsTable(listed, await sizeOf(electron.dist))) log(line);
} catch (error) {
  reportAndExit(error);
}
