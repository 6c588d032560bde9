// What Electron runs when its command line names an app: `electron [-r MODULE]… [switches] APP [arguments]`.
// Electron's own default_app does the same; the pinned fallback comes without one.
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

function readCommandLine(args) {
  const preloads = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at];
    if (argument === '-r' || argument === '--require') preloads.push(args[++at]);
    else if (!argument.startsWith('-')) return { preloads, target: path.resolve(argument) };
  }
  return { preloads, target: null };
}

/** Gives the app the identity that its package.json declares, and returns the file to run. */
function enterPackage(directory) {
  const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  app.setAppPath(directory);
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setDesktopName?.(manifest.desktopName ?? `${manifest.name}.desktop`);
  return require.resolve(path.join(directory, manifest.main ?? 'index.js'));
}

const { preloads, target } = readCommandLine(process.argv.slice(1));
if (target === null) {
  console.error('usage: electron [-r MODULE] APP [arguments]');
  app.exit(1);
} else {
  // Apps, and Playwright, ask this to know that they run unpackaged.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  for (const preload of preloads) require(path.resolve(preload));
  const entry = statSync(target).isDirectory() ? enterPackage(target) : target;
  try {
    // Awaited: Electron holds `ready` back until this module has run, and apps have things to do before it.
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
