import type { App } from 'electron';
import { argumentsOfNextStart } from './start-arguments.ts';

export type NextStart = {
  /** The app starts again as soon as it has ended, on this link if there is one. Asked often, it starts once; the last link counts. */
  want(link: string | null): void;
};

/** Starts the app again when it ends, if somebody wants that by then. */
export function nextStart(app: Pick<App, 'once' | 'relaunch'>, argv: readonly string[]): NextStart {
  let wanted: { readonly link: string | null } | null = null;
  // Not when it is wanted: each call of `relaunch` would be one more app.
  app.once('quit', () => {
    if (wanted) app.relaunch({ args: argumentsOfNextStart(argv, wanted.link) });
  });
  return {
    want(link) {
      wanted = { link: link ?? wanted?.link ?? null };
    },
  };
}
