import { expect, test, vi } from 'vitest';
import { ok } from '../../shared/result.ts';
import { keepSettings } from './settings-keeper.ts';
import type { UserFile } from './user-file.ts';

function userFile(values: Record<string, unknown> = {}): UserFile {
  return { setAside: null, values: () => values, set: (change) => void Object.assign(values, change) };
}
const policy = (values: Record<string, unknown>) => ({
  layers: [{ source: 'machine-policy' as const, values }],
  problems: [],
});
const none = { layers: [], problems: [] };

test('what the user chooses holds at once, is kept and told', () => {
  const file = userFile();
  const settings = keepSettings({ policies: none, env: {}, file });
  const heard = vi.fn();
  settings.onChange(heard);
  expect(settings.set('language', 'en')).toEqual(ok());
  expect(settings.get().language).toBe('en');
  expect(file.values()).toEqual({ language: 'en' });
  expect(heard).toHaveBeenCalledWith('language');
});

test('a managed setting cannot be changed, nor can one that only an administrator decides', () => {
  const file = userFile({ language: 'en' });
  const settings = keepSettings({ policies: policy({ language: 'fr' }), env: {}, file });
  expect(settings.set('language', 'en')).toMatchObject({ error: { code: 'not-allowed', field: 'language' } });
  expect(settings.set('screenShare', false)).toMatchObject({ error: { code: 'not-allowed' } });
  expect(settings.get()).toMatchObject({ language: 'fr', screenShare: true });
  expect(file.values()).toEqual({ language: 'en' });
});

test('the environment names the server for one start, and the user cannot change it meanwhile', () => {
  const file = userFile({ server: 'https://user.example' });
  const env = { VISIO_SERVER_URL: 'https://environment.example/' };
  const settings = keepSettings({ policies: none, env, file });
  expect(settings.get().server).toBe('https://environment.example');
  expect(settings.set('server', 'https://other.example')).toMatchObject({ error: { code: 'not-allowed' } });
});

test('a value that is none is refused, and nothing is written', () => {
  const file = userFile();
  const settings = keepSettings({ policies: none, env: {}, file });
  expect(settings.set('server', 'http://visio.example')).toMatchObject({ error: { code: 'bad-request' } });
  expect(file.values()).toEqual({});
});

test('what is wrong is told: a file set aside, a policy that is none, a value of the user', () => {
  const file = {
    ...userFile({ language: 'tlh', displayName: 'Marie' }),
    setAside: { path: '/x/settings.json.broken', because: { fault: 'comment' as const, line: 3 } },
  };
  const settings = keepSettings({ policies: policy({ server: 7 }), env: {}, file });
  expect(settings.resolved().problems).toMatchObject([
    { source: 'user', problem: 'unreadable-file', name: '/x/settings.json.broken' },
    { source: 'machine-policy', problem: 'wrong-value', name: 'server' },
    { source: 'user', problem: 'wrong-value', name: 'language' },
  ]);
  expect(settings.displayName()).toBe('Marie');
});
