import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledPackages, type BundledPackage } from './bundled-packages.ts';

let project: string;
beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'visio-agents-bundled-'));
});
afterEach(() => rm(project, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(project, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
const installed = (name: string, more: object = {}): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.2.3', ...more }),
});

/** Builds `main.js` of the project; what the list then says. */
async function bundled(): Promise<BundledPackage[]> {
  const list = path.join(project, 'lists', 'main.json');
  const rolldownOptions = { input: path.join(project, 'main.js') };
  await build({
    configFile: false,
    root: project,
    logLevel: 'silent',
    plugins: [bundledPackages(list)],
    build: { assetsInlineLimit: 0, rolldownOptions },
  });
  return JSON.parse(await readFile(list, 'utf8')) as BundledPackage[];
}
const names = async (): Promise<string[]> => (await bundled()).map(({ name }) => name);

test('a package is listed once code of it is in the app, under the version that is installed', async () => {
  await put({
    ...installed('used', { sideEffects: false }),
    'node_modules/used/index.js': 'export { answer } from "./deep/answer.js"; export * from "unused";',
    // What only says how the scripts are written is not a package.
    'node_modules/used/deep/package.json': '{ "type": "module" }',
    'node_modules/used/deep/answer.js': 'export const answer = globalThis.question;',
    ...installed('unused', { sideEffects: false }),
    'node_modules/unused/index.js': 'export const other = globalThis.other;',
    'main.js': 'import { answer } from "used"; console.log(answer);',
  });
  expect(await bundled()).toMatchObject([{ name: 'used', version: '1.2.3', inside: null, helper: false }]);
});

test('style sheets, what they import, and their fonts and pictures are listed', async () => {
  await put({
    ...installed('sheets'),
    'node_modules/sheets/all.css': '@import "./part.css";',
    'node_modules/sheets/part.css': '@import "further/sheet.css"; p { color: red }',
    ...installed('further'),
    'node_modules/further/sheet.css': 'b { color: red }',
    ...installed('pictures'),
    'node_modules/pictures/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...installed('fonts'),
    'node_modules/fonts/one.woff2': 'a font',
    'own.css':
      '@import "sheets/all.css"; @font-face { font-family: F; src: url("./node_modules/fonts/one.woff2") }',
    'main.js': 'import "./own.css"; import logo from "./node_modules/pictures/logo.svg"; console.log(logo);',
  });
  expect(await names()).toEqual(['fonts', 'further', 'pictures', 'sheets']);
});

test('what the authors of a package have bundled into it is listed too, and so is all they depend on', async () => {
  await put({
    ...installed('carrier', { dependencies: { declared: '1', inner: '1' } }),
    'node_modules/carrier/index.js': 'console.log("all of them")',
    'node_modules/carrier/index.js.map': JSON.stringify({
      sources: ['../src/index.ts', '../node_modules/.pnpm/inner@1.0.9/node_modules/inner/index.js', null],
    }),
    ...installed('inner'),
    ...installed('declared'),
    'main.js': 'import "carrier";',
  });
  expect(await bundled()).toMatchObject([
    { name: 'carrier', inside: null },
    { name: 'declared', version: '1.2.3', inside: 'carrier' },
    // The one that its authors had, not the one that is installed.
    { name: 'inner', version: '1.0.9', inside: 'carrier' },
  ]);
});

test('a package with something inside that is not installed stops the build: nobody could read its licence', async () => {
  await put({
    ...installed('carrier'),
    'node_modules/carrier/index.js': 'console.log("both")',
    'node_modules/carrier/index.js.map': JSON.stringify({ sources: ['../node_modules/gone/index.js'] }),
    'main.js': 'import "carrier";',
  });
  await expect(bundled()).rejects.toThrow(/contains gone, which is not installed/);
});

test('the few lines that the build itself adds are listed as such', async () => {
  await put({
    ...installed('old'),
    'node_modules/old/index.js': 'module.exports = { answer: globalThis.question };',
    'main.js': 'import { answer } from "old"; console.log(answer);',
  });
  expect(await bundled()).toMatchObject([
    { name: 'old', helper: false },
    { name: 'rolldown', helper: true },
  ]);
});
