import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../app/build.ts';

// NSIS itself is not to be had everywhere: what it is told is read here, line by line.
const script = await readFile(path.join(root, 'build', 'windows', 'installer.nsh'), 'utf8');
const macro = (name: string): string[] => {
  const body = new RegExp(`^!macro ${name}\\n(.*?)^!macroend`, 'ms').exec(script)?.[1] ?? '';
  const lines = body.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith(';'));
};
const program = String.raw`$INSTDIR\${APP_EXECUTABLE_FILENAME}`;

test('a link opens the installed app, for every user, and never as a switch', () => {
  const written = macro('customInstall').filter((line) => line.startsWith('WriteReg'));
  expect(written).toEqual([
    String.raw`WriteRegStr HKLM "Software\Classes\visio-agents" "" "URL:Visio-Agents"`,
    String.raw`WriteRegStr HKLM "Software\Classes\visio-agents" "URL Protocol" ""`,
    String.raw`WriteRegStr HKLM "Software\Classes\visio-agents\DefaultIcon" "" "${program},0"`,
    String.raw`WriteRegStr HKLM "Software\Classes\visio-agents\shell\open\command" "" '"${program}" -- "%1"'`,
  ]);
});

test('the firewall lets UDP in to the installed app only, once, however often it is installed', () => {
  const [forget, add] = macro('customInstall').filter((line) => /firewall/i.test(line));
  expect(forget).toBe('!insertmacro forgetFirewallRule');
  expect(add).toContain('add rule name="Visio-Agents" dir=in action=allow protocol=UDP');
  expect(add).toContain(`program="${program}"`);
});

test('uninstalling leaves neither the scheme nor the rule, and touches no other program’s rule', () => {
  expect(macro('customUnInstall')).toEqual([
    String.raw`DeleteRegKey HKLM "Software\Classes\visio-agents"`,
    '!insertmacro forgetFirewallRule',
  ]);
  expect(macro('forgetFirewallRule')[0]).toContain(`delete rule name="Visio-Agents" program="${program}"`);
});

test('what electron-builder leaves for an updater is taken away: there is none', () => {
  const removed = macro('customInstall').filter((line) => /^(Delete|RMDir|SetShellVarContext) /.test(line));
  expect(removed).toEqual([
    String.raw`Delete "$INSTDIR\resources\elevate.exe"`,
    'SetShellVarContext current',
    `Delete "$LOCALAPPDATA\\\${APP_INSTALLER_STORE_FILE}"`,
    String.raw`RMDir "$LOCALAPPDATA\visio-agents-updater"`,
    // The rest of the installation is for everybody again.
    'SetShellVarContext all',
  ]);
});

test('with all rights, only programs of the system are run, by their full path', () => {
  const run = script.match(/^.*nsExec::.*$/gm) ?? [];
  expect(run).toHaveLength(2);
  for (const line of run) expect(line).toContain(String.raw`'"$SYSDIR\netsh.exe" `);
});
