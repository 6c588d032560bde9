import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startAtLogin } from './start-at-login.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visio-autostart-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function apply(
  wanted: boolean,
  platform: NodeJS.Platform = 'linux',
  command = ['/opt/Visio-Agents/visio-agents'],
) {
  const app = { getLoginItemSettings: vi.fn(() => ({ openAtLogin: false })), setLoginItemSettings: vi.fn() };
  startAtLogin(wanted, { platform, app: app as never, command, configFolder: folder });
  return app.setLoginItemSettings;
}
const file = () => join(folder, 'autostart', 'visio-agents.desktop');

test('a desktop of Linux is given an entry, which goes when it is no longer wanted', () => {
  apply(true);
  expect(readFileSync(file(), 'utf8')).toContain('Exec="/opt/Visio-Agents/visio-agents"\n');
  apply(false);
  expect(existsSync(file())).toBe(false);
  apply(false);
});

test('signs that mean something to a desktop are written so that they mean themselves', () => {
  apply(true, 'linux', ['/opt/a "b" $c', '100%']);
  expect(readFileSync(file(), 'utf8')).toContain(String.raw`Exec="/opt/a \\"b\\" \\$c" "100%%"` + '\n');
});

test.each(['win32', 'darwin'] as const)('%s is asked only for what is not so yet', (platform) => {
  expect(apply(true, platform)).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true });
  expect(apply(false, platform)).not.toHaveBeenCalled();
});
