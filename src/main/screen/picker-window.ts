import type { BrowserWindow } from 'electron';
import {
  pickerCalls,
  type ScreenKind,
  type ShareableSource,
  type ShareableSources,
} from '../../shared/screen-picker.ts';
import { err, ok } from '../../shared/result.ts';
import type { Language } from '../../shared/settings/settings.ts';
import { words } from '../../shared/words/words.ts';
import type { Log } from '../log/log.ts';
import { ownWindows } from '../window/own-windows.ts';
import { whileOpen } from '../window/while-open.ts';
import type { Captured } from './screen-requests.ts';

type Deps = {
  readonly parent: BrowserWindow;
  readonly language: () => Language;
  readonly list: (kind: ScreenKind) => Promise<readonly ShareableSource[]>;
  /** Whether the system lets this app see no screen (macOS). */
  readonly isRefused: () => boolean;
  readonly openSettings: () => Promise<boolean>;
  readonly log: Log;
};

const size = { width: 720, height: 560 };

/**
 * Asks what to share, in a window in front of the main one; null if it is closed, or `stop` is aborted. The caller makes sure that
 * there is only one at a time. What screens and windows show is seen by this window alone.
 */
export function screenPicker(deps: Deps): (stop: AbortSignal) => Promise<Captured | null> {
  const { parent, language, list, isRefused, openSettings, log } = deps;
  const open = ownWindows({ name: 'screen-picker', file: 'picker.html', log });
  return async (stop) => {
    if (parent.isDestroyed() || stop.aborted) return null;
    const { promise, resolve } = Promise.withResolvers<Captured | null>();
    let listed: readonly ShareableSource[] = [];
    const cancel = (): void => resolve(null);
    const look = async (kind: ScreenKind): Promise<ShareableSources> => {
      if (isRefused()) return { access: 'refused' };
      listed = await list(kind);
      return { access: 'allowed', sources: listed };
    };
    // Not modal: who speaks meanwhile must be able to mute.
    const window = open({ parent, ...size }, pickerCalls, {
      'picker:start': async () => ok({ language: language(), words: words[language()].screenShare.picker }),
      'picker:sources': async (kind) => ok(await look(kind)),
      'picker:choose': async (id) => {
        const chosen = listed.find((source) => source.id === id);
        if (!chosen) return err({ code: 'app-error' });
        resolve({ id, name: chosen.name });
        return ok();
      },
      'picker:cancel': async () => {
        cancel();
        return ok();
      },
      'picker:open-settings': async () => ((await openSettings()) ? ok() : err({ code: 'app-error' })),
    });
    stop.addEventListener('abort', cancel, { once: true });
    window.once('ready-to-show', () => whileOpen(window, () => window.show()));
    window.once('closed', cancel);
    const answer = await promise;
    stop.removeEventListener('abort', cancel);
    if (!window.isDestroyed()) window.destroy();
    return answer;
  };
}
