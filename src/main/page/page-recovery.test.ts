import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { recoverPage } from './page-recovery.ts';

function page(isCrashed: boolean) {
  const reload = vi.fn();
  const contents = Object.assign(new EventEmitter(), { reload, isCrashed: () => isCrashed });
  const window = { webContents: contents, isDestroyed: () => false } as unknown as BrowserWindow;
  const [onGone, onHopeless] = [vi.fn(), vi.fn()];
  recoverPage(window, onGone, onHopeless, { info: vi.fn(), warn: vi.fn(), error: vi.fn() });
  const crash = (): void => void contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  return { reload, onGone, onHopeless, crash };
}

test('a page that crashed before anybody watched it is loaded again', () => {
  expect(page(true).reload).toHaveBeenCalledOnce();
  expect(page(false).reload).not.toHaveBeenCalled();
});

test('a page that crashes is loaded again, but not for ever', () => {
  const { reload, onGone, onHopeless, crash } = page(false);
  for (let i = 0; i < 4; i += 1) crash();
  expect(reload).toHaveBeenCalledTimes(3);
  expect(onGone).toHaveBeenCalledTimes(4);
  expect(onHopeless).toHaveBeenCalledOnce();
});
