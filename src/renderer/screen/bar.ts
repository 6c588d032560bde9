import './dsfr.css';
import './page.css';
import './bar.css';
import type { PreloadApi } from '../../shared/ipc-channels.ts';
import type { Result } from '../../shared/result.ts';
import type { sharingBarCalls, SharingBarStart } from '../../shared/sharing-bar.ts';
import { byId } from '../own-page.ts';

async function start(api: PreloadApi): Promise<void> {
  const call = (name: keyof typeof sharingBarCalls): Promise<unknown> => api.call(name, undefined);
  const started = (await call('bar:start')) as Result<SharingBarStart, unknown>;
  if (!started.ok) return;
  const { language, words } = started.value;
  document.documentElement.lang = language;
  document.title = words.title;
  const [back, stop] = [byId('return'), byId('stop')];
  back.textContent = words.sharing;
  back.setAttribute('aria-label', words.comeBack);
  back.addEventListener('click', () => void call('bar:return'));
  stop.textContent = words.stop;
  stop.setAttribute('aria-label', words.stopSharing);
  stop.addEventListener('click', () => void call('bar:stop'));
  document.querySelector('main')?.removeAttribute('hidden');
}

if (window.visio) void start(window.visio);
