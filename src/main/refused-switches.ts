/**
 * Command-line switches that would let another program of the same user look into the app, steer it, or talk to it as if it
 * were a server. Those of Node (`--inspect` and others) are the business of a fuse; Chromium has none for these.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'ssl-key-log-file',
  'log-net-log',
  'use-fake-ui-for-media-stream',
] as const;

/** The first switch of this start that a released app does not run with, or null. */
export const refusedSwitch = (commandLine: { hasSwitch(name: string): boolean }): string | null =>
  refused.find((name) => commandLine.hasSwitch(name)) ?? null;
