import type { BrowserWindow } from 'electron';
import { promptCalls, type ProxyPrompt } from '../../shared/proxy-prompt.ts';
import { ok } from '../../shared/result.ts';
import type { Language } from '../../shared/settings/settings.ts';
import { words } from '../../shared/words/words.ts';
import type { Log } from '../log/log.ts';
import { ownWindows } from '../window/own-windows.ts';
import { whileOpen } from '../window/while-open.ts';
import type { ProxyAnswer, ProxyQuestion } from './proxy-authenticator.ts';

type Deps = {
  readonly parent: BrowserWindow;
  readonly language: () => Language;
  readonly log: Log;
};

/** Asks in a small window in front of the main one; null if it is closed. The caller makes sure that there is only one at a time. */
export function proxyPrompt({
  parent,
  language,
  log,
}: Deps): (q: ProxyQuestion) => Promise<ProxyAnswer | null> {
  const open = ownWindows({ name: 'proxy-prompt', file: 'proxy.html', log });
  return async (question) => {
    if (parent.isDestroyed()) return null;
    const { promise, resolve } = Promise.withResolvers<ProxyAnswer | null>();
    // As high as its content; a refusal is shown above the fields.
    const height = question.before === null ? 496 : 632;
    const window = open({ parent, modal: true, width: 480, height }, promptCalls, {
      'proxy:question': async () => ok(promptFor(question, language())),
      'proxy:answer': async (answer) => {
        resolve(answer);
        return ok();
      },
      'proxy:cancel': async () => {
        resolve(null);
        return ok();
      },
    });
    window.once('ready-to-show', () => whileOpen(window, () => window.show()));
    window.once('closed', () => resolve(null));
    const answer = await promise;
    if (!window.isDestroyed()) window.destroy();
    return answer;
  };
}

function promptFor({ proxy, before }: ProxyQuestion, language: Language): ProxyPrompt {
  const { lead, ...rest } = words[language].proxy;
  return { language, before, words: { ...rest, lead: lead(`${proxy.host}:${proxy.port}`) } };
}
