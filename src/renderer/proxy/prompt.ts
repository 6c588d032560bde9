import './dsfr.css';
import './prompt.css';
import type { Result } from '../../shared/result.ts';
import type { promptCalls, ProxyPrompt } from '../../shared/proxy-prompt.ts';
import type { PreloadApi } from '../../shared/ipc-channels.ts';
import { byId, followSystemTheme } from '../own-page.ts';

type PromptCall = keyof typeof promptCalls;

// By hand and alone: whoever types a password here runs none of the code that shows what strangers send.
async function start(api: PreloadApi): Promise<void> {
  const call = (name: PromptCall, input?: unknown): Promise<unknown> => api.call(name, input);
  followSystemTheme();
  const asked = (await call('proxy:question')) as Result<ProxyPrompt, unknown>;
  if (!asked.ok) return;
  const { words, language, before } = asked.value;
  document.documentElement.lang = language;
  document.title = words.title;
  for (const name of ['title', 'lead', 'cancel', 'connect'] as const) byId(name).textContent = words[name];
  for (const name of ['user', 'password', 'keep'] as const)
    for (const label of field(name).labels ?? []) label.textContent = words[name];
  if (before !== null) {
    field('user').value = before;
    tell(words.wrong);
  }

  const cancel = (): void => void call('proxy:cancel');
  byId('cancel').addEventListener('click', cancel);
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') cancel();
  });
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const [user, password] = [field('user').value.trim(), field('password').value];
    const empty = user === '' ? 'user' : password === '' ? 'password' : null;
    if (empty === null) return void call('proxy:answer', { user, password, keep: field('keep').checked });
    tell(words.missing);
    return field(empty).focus();
  });

  document.querySelector('main')?.removeAttribute('hidden');
  field(before === null ? 'user' : 'password').focus();
}

function tell(trouble: string): void {
  const place = byId('trouble');
  place.hidden = false;
  place.textContent = trouble;
}

function field(id: string): HTMLInputElement {
  const found = byId(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${id} is no field`);
  return found;
}

if (window.visio) void start(window.visio);
