import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../app/build.ts';

/** Prints what an attack came to, and keeps it in `out/cluster/attack-NAME.json`. */
export async function tellFigures(
  name: string,
  figures: Readonly<Record<string, number | string>>,
): Promise<void> {
  const rows = Object.entries(figures).map(
    ([what, value]) => `  ${what}: ${typeof value === 'number' ? Math.round(value) : value}`,
  );
  console.log(`\n${name}\n${rows.join('\n')}\n`);
  const file = path.join(root, 'out/cluster', `attack-${name.replaceAll(' ', '-')}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
}

/** `0.5` is the middle one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
