import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../app/build.ts';

const folder = path.join(root, '.github', 'workflows');
const workflows = new Map<string, string>();
for (const name of await readdir(folder))
  workflows.set(name, await readFile(path.join(folder, name), 'utf8'));

test.each([...workflows])('%s runs actions of one commit each: a tag can be moved', (_, text) => {
  const used = [...text.matchAll(/uses: (\S+)(.*)$/gm)].filter(([, action]) => !action?.startsWith('./'));
  expect(used.length).toBeGreaterThan(0);
  for (const [, action, comment] of used) {
    expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
  }
});

test.each([...workflows])('%s may read the sources, and write nothing unless a job says so', (_, text) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  expect(text.match(/: write\b/g) ?? []).toHaveLength(text.includes('gh release create') ? 1 : 0);
  expect(text.match(/actions\/checkout@/g)).toHaveLength(
    text.match(/persist-credentials: false/g)?.length ?? 0,
  );
});

test('no secret comes near a workflow that strangers can start', () => {
  const forStrangers = [...workflows.values()].filter((text) =>
    /pull_request|workflow_dispatch|issue/.test(text),
  );
  expect(forStrangers).toHaveLength(1);
  for (const text of forStrangers) expect(text).not.toContain('secrets.');
  expect(workflows.get('release.yml')).toMatch(/^on:\n {2}push:\n {4}tags: \['v\*'\]\npermissions:/m);
});

test('a tag makes signed packages, unless the owner of the project has said otherwise', () => {
  expect(workflows.get('release.yml')).toContain(
    "VISIO_RELEASE: ${{ vars.ALLOW_UNSIGNED_RELEASE == 'true' && 'unsigned' || 'signed' }}",
  );
});

test('every variable that signing asks for is passed on by the workflow', async () => {
  const settings = await readFile(path.join(root, 'scripts', 'packaging', 'release-settings.ts'), 'utf8');
  const asked = new Set(settings.match(/(?<=')(AZURE|VISIO_AZURE|APPLE|CSC|WIN_CSC)_\w+(?=')/g));
  asked.delete('CSC_NAME'); // of a keychain, which a runner does not have
  expect(asked.size).toBeGreaterThan(10);
  for (const name of asked) expect(workflows.get('release.yml')).toMatch(new RegExp(`\\b${name}[:=]`));
});
