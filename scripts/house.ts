import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './app/build.ts';

// npm run house: the figures of src, the largest folders, and whether they are within the goals. Import circles are lint's (import/no-cycle).

type Row = readonly [what: string, figure: string, isWithin: boolean];

const mostInFolder = 30;
const mostImports = 15;
const leastTests = 0.5;
/** Files that put others together: a long list of imports there is a part that is missing. */
const composing = ['src/renderer/features/room/RoomScreen.tsx', 'src/main/open-app.ts'];

type SourceFile = { readonly name: string; readonly lines: number; readonly isTest: boolean };

const files: readonly SourceFile[] = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((name) => ({
  name,
  lines: readFileSync(path.join(root, name), 'utf8').split('\n').length - 1,
  isTest: /\.test\.tsx?$/.test(name),
}));
const product = files.filter(({ isTest }) => !isTest).toSorted((a, b) => a.lines - b.lines);
const at = (part: number): number => product[Math.floor(part * (product.length - 1))]?.lines ?? 0;

/** The folder with the most files directly in it; all but tests count, styles and pages too. */
function largestFolderOf(tree: string): Row {
  const counted = globSync(`${tree}/**/*.*`, { cwd: root }).filter(
    (name) => !/\.(?:test|spec)\.tsx?$/.test(name),
  );
  const [largest] = Object.entries(Object.groupBy(counted, path.dirname))
    .map(([name, inside]) => ({ name, count: inside?.length ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
  return [
    `largest folder of ${tree}`,
    `${largest?.count} ${largest?.name}`,
    (largest?.count ?? 0) <= mostInFolder,
  ];
}

const importsOf = (name: string): number =>
  readFileSync(path.join(root, name), 'utf8').match(/^import /gm)?.length ?? 0;
const renderer = files.filter(({ name }) => name.startsWith('src/renderer/'));
const logic = renderer.filter(({ name, isTest }) => !isTest && name.endsWith('.ts'));
const tests = renderer.filter(({ isTest }) => isTest).length / logic.length;

const longest = product.at(-1);
const rows: readonly Row[] = [
  ['files without tests', String(product.length), true],
  ['lines: median, 90 %', `${at(0.5)}, ${at(0.9)}`, true],
  ['longest', `${longest?.lines} ${longest?.name}`, true],
  ['files under 20 lines', String(product.filter(({ lines }) => lines < 20).length), true],
  ...['src', 'e2e', 'scripts', 'bench'].map(largestFolderOf),
  ...composing.map((name): Row => [
    `imports of ${name}`,
    String(importsOf(name)),
    importsOf(name) <= mostImports,
  ]),
  ['renderer: test files for each logic file', tests.toFixed(2), tests >= leastTests],
];
for (const [what, figure, isWithin] of rows) console.log(`${isWithin ? '✓' : '✗'} ${what}: ${figure}`);
process.exitCode = rows.every(([, , isWithin]) => isWithin) ? 0 : 1;
