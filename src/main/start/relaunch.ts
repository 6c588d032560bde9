import type { App } from 'electron';
import { relaunchArguments } from './start-arguments.ts';

export type Relaunch = {
  /** The app starts again as soon as it has ended, with this link if there is one. Several requests cause one start; the last link counts. */
  want(link: string | null): void;
};

/** Starts the app again when it ends, if that was requested by then. */
export function relaunchAtQuit(app: Pick<App, 'once' | 'relaunch'>, argv: readonly string[]): Relaunch {
  let wanted: { readonly link: string | null } | null = null;
  // Only at the end, not at each request: every call of `relaunch` would start one more app.
  app.once('quit', () => {
    if (wanted) app.relaunch({ args: relaunchArguments(argv, wanted.link) });
  });
  return {
    want(link) {
      wanted = { link: link ?? wanted?.link ?? null };
    },
  };
}
