import './dsfr.css';
import './page.css';
import './picker.css';
import type { PreloadApi } from '../../shared/ipc-channels.ts';
import { followSystemTheme } from '../own-page.ts';
import { startPicker } from './start-picker.ts';

followSystemTheme();
const start = async (api: PreloadApi): Promise<void> => {
  await startPicker((name, input) => api.call(name, input));
  document.querySelector('form')?.removeAttribute('hidden');
  document.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
};
if (window.visio) void start(window.visio);
