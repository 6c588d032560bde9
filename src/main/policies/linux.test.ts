import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import { readPolicyFolder } from './linux.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): void =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
const valuesRead = (): unknown => readPolicyFolder(folder).layers[0]?.values;
const namesReported = (): readonly string[] => readPolicyFolder(folder).problems.map(({ name }) => name);

test('a computer without the folder has no policy, and nothing is reported', () => {
  expect(readPolicyFolder(join(folder, 'none'))).toEqual({ layers: [], problems: [] });
});

test('what stands there and is no folder that can be read is reported', () => {
  write('policies', '');
  const path = join(folder, 'policies');
  expect(readPolicyFolder(path)).toEqual({
    layers: [],
    problems: [{ source: 'machine-policy', name: path, problem: 'unreadable-file' }],
  });
});

test('what two files say the later one decides, by name, and the rest of both applies', () => {
  write('20-school.json', { server: 'https://school.example' });
  write('10-region.json', { server: 'https://region.example', language: 'en' });
  expect(readPolicyFolder(folder)).toEqual({
    layers: [{ source: 'machine-policy', values: { server: 'https://school.example', language: 'en' } }],
    problems: [],
  });
});

test('a value that is wrong in the later file does not bring back that of the earlier one, but is reported', () => {
  write('1.json', { language: 'en' });
  write('2.json', { language: 'de' });
  const { values, problems } = resolveSettings(readPolicyFolder(folder).layers);
  expect([values.language, problems.map(({ problem }) => problem)]).toEqual(['fr', ['wrong-value']]);
});

test.each([
  ['is cut off', '{ "server": "https://', 'not-json'],
  ['is empty', '', 'not-json'],
  ['holds a list', '[]', 'no-object'],
  ['holds a text', '"https://visio.example"', 'no-object'],
  ['holds nothing', 'null', 'no-object'],
  ['holds a comment', '{}// ours', 'comment'],
  ['has a comma too many', '{ "language": "en", }', 'trailing-comma'],
  ['is in UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'not-utf8'],
  ['is in Latin-1', Buffer.from('{ "helpDeskName": "académique" }', 'latin1'), 'not-utf8'],
  ['is larger than a megabyte', JSON.stringify({ server: 'x'.repeat(1_000_000) }), 'too-large'],
])(
  'a file that %s is reported with its path and the reason, and the others apply',
  (_what, content, fault) => {
    write('1.json', { language: 'en' });
    write('2.json', content);
    write('3.json', { server: 'https://visio.example' });
    expect(readPolicyFolder(folder)).toEqual({
      layers: [{ source: 'machine-policy', values: { language: 'en', server: 'https://visio.example' } }],
      problems: [
        {
          source: 'machine-policy',
          name: join(folder, '2.json'),
          problem: 'unreadable-file',
          because: expect.objectContaining({ fault }) as unknown,
        },
      ],
    });
  },
);

test('hidden files, copies of editors and notes are not read', () => {
  for (const name of ['.hidden.json', 'old.json~', 'old.json.bak', 'readme.txt', 'json'])
    write(name, 'broken {');
  expect(readPolicyFolder(folder)).toEqual({ layers: [], problems: [] });
});

test('a folder that is named like a file, a link in a circle and a dead link are reported', () => {
  mkdirSync(join(folder, 'a.json'));
  symlinkSync(join(folder, 'b.json'), join(folder, 'b.json'));
  symlinkSync(join(folder, 'none'), join(folder, 'c.json'));
  expect(namesReported()).toEqual(['a.json', 'b.json', 'c.json'].map((name) => join(folder, name)));
});

test('a link to a file is followed: some tools put policies there so', () => {
  write('kept.txt', { language: 'en' });
  symlinkSync(join(folder, 'kept.txt'), join(folder, 'a.json'));
  expect(valuesRead()).toEqual({ language: 'en' });
});

test('a pipe, into which nobody writes, does not keep the app waiting', () => {
  execFileSync('mkfifo', [join(folder, 'a.json')]);
  expect(namesReported()).toEqual([join(folder, 'a.json')]);
});

test('a file that is there and cannot be read is reported', () => {
  // Rights would not keep root from it, and tests may run as root; this one gives everybody an error.
  symlinkSync('/proc/self/mem', join(folder, 'a.json'));
  expect(namesReported()).toEqual([join(folder, 'a.json')]);
});

test('the name of the schema, which editors want, is no setting', () => {
  write('a.json', { $schema: './visio-agents.schema.json', language: 'en' });
  expect(valuesRead()).toEqual({ language: 'en' });
});

test('a name that every object has is reported like any other that is no setting', () => {
  write('a.json', '{ "__proto__": { "server": "https://evil.example" } }');
  const { values, problems } = resolveSettings(readPolicyFolder(folder).layers);
  expect([values.server, problems.map(({ name }) => name)]).toEqual(['', ['__proto__']]);
});
