/**
 * Ways to start the app, by switch or variable, that would let another program of the same user look into it, steer it,
 * weaken it, or talk to it as if it were a server. Fuses close the doors of Node; Chromium has no fuses. What an
 * administrator or a desktop sets stays free: proxies, `ozone-platform`, `enable-features`, `disable-gpu`, `user-data-dir`.
 * All of it was read in the Electron of the tests (33); a name that a later one no longer knows does no harm here.
 */
const refusedSwitches = [
  // A debugger. Those of Node do nothing once their fuse is off; they are refused so that the person who tried is told.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'debug-port',
  'js-flags',
  'load-extension',
  // Another program instead of one of ours, or as its wrapper.
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  // No sandbox. Root cannot have one, and should not run a released app; development and driven builds may.
  'no-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'allow-sandbox-debugging',
  // A page with more rights than its policy gives it.
  'disable-web-security',
  'disable-site-isolation-trials',
  'bypasscsp-schemes',
  'cors-schemes',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'run-web-tests',
  // Another server that passes for ours, and media that anybody on the network path can read.
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'host-rules',
  'host-resolver-rules',
  'disable-webrtc-encryption',
  // Keys, addresses with their tokens, and what the page prints, written to a file. The log has what the help desk needs.
  'ssl-key-log-file',
  'log-net-log',
  'enable-logging',
  'log-file',
  'v',
  'vmodule',
  'webrtc-event-logging',
  'enable-tracing',
  'trace-startup',
  'trace-config-file',
  // A film instead of the camera, and devices opened without asking.
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
  'auto-accept-camera-and-microphone-capture',
] as const;

/** Variables that Chromium and Electron read like the switches above; fuses disable those of Node. */
const refusedVariables = [
  'SSLKEYLOGFILE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_DISABLE_SANDBOX',
  'CHROME_SANDBOX_DEBUGGING',
  'CHROME_DEVEL_SANDBOX',
] as const;

type Start = {
  /** The command line as Chromium understood it, however a switch was written. */
  readonly commandLine: { hasSwitch(name: string): boolean };
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The first switch (`--name`) or variable of this start that a released app does not run with, or null. */
export function refusedAtStart({ commandLine, argv, env }: Start): string | null {
  // Electron sets some switches by itself (`allow-file-access-from-files` in 33): only those that were typed are refused.
  const typed = argv.join('\n').toLowerCase();
  const name = refusedSwitches.find((each) => commandLine.hasSwitch(each) && typed.includes(each));
  if (name !== undefined) return `--${name}`;
  // Empty variables count too: for Electron some are on as soon as they exist.
  return refusedVariables.find((each) => env[each] !== undefined) ?? null;
}
