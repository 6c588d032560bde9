import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../app/build.ts';
import { listeners } from './meeting-of-ten.ts';

/**
 * What was lost, and for how long (ms) each of those who noticed heard nothing. `ownStall`: for how long the process that
 * speaks and listens stood still itself, which is no silence.
 */
export type Recovery = {
  readonly what: string;
  readonly silences: readonly number[];
  readonly ownStall: number;
};

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : (ms / 1000).toFixed(1));

/** Prints what was measured as a table, and keeps it in `out/cluster/NAME.json`. */
export async function tell(name: string, recoveries: readonly Recovery[]): Promise<void> {
  console.log(`\nSeconds without sound\n${describe(recoveries)}\n`);
  const file = path.join(root, 'out/cluster', `${name}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(recoveries, null, 2)}\n`);
}

function describe(recoveries: readonly Recovery[]): string {
  const rows = recoveries.map(({ what, silences, ownStall }) => {
    const sorted = silences.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    return [
      what,
      `${sorted.length} of ${listeners}`,
      seconds(middle),
      seconds(sorted.at(-1)),
      seconds(ownStall),
    ];
  });
  const table = [['lost', 'noticed', 'half', 'worst', 'own stall'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')).join('\n');
}
