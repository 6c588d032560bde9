import { expect, test } from 'vitest';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { readMacPolicies } from './macos.ts';

const machineFile = '/Library/Managed Preferences/fr.gouv.education.visio-agents.plist';
const userFile = '/Library/Managed Preferences/marie/fr.gouv.education.visio-agents.plist';
const readOf = (files: Readonly<Record<string, string>>) =>
  readMacPolicies({ user: 'marie', readAsJson: (path) => files[path] ?? null });

/**
 * What `plutil -convert json` printed on a Mac: on one line, slashes escaped, booleans as such and numbers as numbers
 * (from the tests of two launchd tools in public repositories, clocktrace and hypermnesia, 2026; shortened).
 */
const recorded = [
  String.raw`{"Label":"com.clocktrace.collector","ProgramArguments":["\/Users\/me\/Applications\/Clocktrace.app\/Contents\/MacOS\/Clocktrace","spawn","\/usr\/local\/bin\/node"],"RunAtLoad":true,"KeepAlive":true,"EnvironmentVariables":{"CLOCKTRACE_DB":"\/Users\/me\/Work & <Play>\/clocktrace.db"}}`,
  String.raw`{"Nice":10,"ProcessType":"Background","StandardOutPath":"\/Users\/you\/.hypermnesia\/logs\/mem-reflect.log","RunAtLoad":false,"Label":"com.hypermnesia.reflect"}`,
] as const;

test('texts, lists, true and false are read as they are', () => {
  expect(readOf({ [machineFile]: recorded[0], [userFile]: recorded[1] })).toEqual({
    layers: [
      {
        source: 'machine-policy',
        values: {
          Label: 'com.clocktrace.collector',
          ProgramArguments: [
            '/Users/me/Applications/Clocktrace.app/Contents/MacOS/Clocktrace',
            'spawn',
            '/usr/local/bin/node',
          ],
          RunAtLoad: true,
          KeepAlive: true,
          EnvironmentVariables: { CLOCKTRACE_DB: '/Users/me/Work & <Play>/clocktrace.db' },
        },
      },
      {
        source: 'user-policy',
        values: {
          Nice: 10,
          ProcessType: 'Background',
          StandardOutPath: '/Users/you/.hypermnesia/logs/mem-reflect.log',
          RunAtLoad: false,
          Label: 'com.hypermnesia.reflect',
        },
      },
    ],
    problems: [],
  });
});

test('the settings of a profile win over those of the user, and its own data are no settings', () => {
  // The names that management tools add (anomalyco/opencode, pull request 19178, which met them).
  const { layers, problems } = readOf({
    [machineFile]: String.raw`{"PayloadDisplayName":"Visio-Agents","PayloadIdentifier":"a","PayloadType":"b","PayloadUUID":"c","PayloadVersion":1,"_manualProfile":true,"server":"https:\/\/visio.example"}`,
    [userFile]: String.raw`{"server":"https:\/\/other.example","language":"en"}`,
  });
  const resolved = resolveSettings(layers);
  expect([resolved.values.server, resolved.values.language]).toEqual(['https://visio.example', 'en']);
  expect([...problems, ...resolved.problems]).toEqual([]);
});

test('a number is no answer to a yes-or-no question', () => {
  const { problems } = resolveSettings(readOf({ [machineFile]: '{"screenShare":1}' }).layers);
  expect(problems).toMatchObject([{ name: 'screenShare', problem: 'wrong-value' }]);
});

test('a Mac that nobody manages has no policy', () => {
  expect(readOf({})).toEqual({ layers: [], problems: [] });
});

test.each(['[]', 'null', '"text"', '{'])('a file that says %s is reported, and the other applies', (json) => {
  expect(readOf({ [machineFile]: json, [userFile]: '{"language":"en"}' })).toEqual({
    layers: [{ source: 'user-policy', values: { language: 'en' } }],
    problems: [{ source: 'machine-policy', name: machineFile, problem: 'unreadable-file' }],
  });
});

test('a file that the system cannot convert is reported', () => {
  const readAsJson = (path: string): string | null => {
    if (path === userFile) throw new Error('Invalid object in plist for JSON format');
    return null;
  };
  expect(readMacPolicies({ user: 'marie', readAsJson }).problems).toEqual([
    { source: 'user-policy', name: userFile, problem: 'unreadable-file' },
  ]);
});
