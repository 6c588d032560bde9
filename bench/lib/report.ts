import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem } from 'node:os';
import path from 'node:path';
import { verdict, type Row } from './row.ts';
import type { Estimate } from './statistics.ts';

type Report = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly electron: string;
  readonly folder: string;
};

/** Writes `NAME.json` and returns the table as text. */
export async function report({ name, rows, electron, folder }: Report): Promise<string> {
  await mkdir(folder, { recursive: true });
  const measured = { name, date: new Date().toISOString(), machine: machine(), electron, rows };
  await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
  return table([heads, ...rows.map(line)]);
}

const heads = ['', 'app', 'against', 'its value', 'ratio [95 %]', 'budget', ''];

function line(row: Row): string[] {
  const { title, unit, app, against, budget } = row;
  return [
    title,
    `${spread(app)} ${unit}`,
    against?.what ?? '',
    against ? `${spread(against.value)} ${unit}` : '',
    against ? spread(against.ratio, 2) : '',
    budget === null ? '' : `≤ ${budget.toFixed(2)}`,
    { 'no budget': '', within: 'within', undecided: 'above, not for certain', over: 'OVER' }[verdict(row)],
  ];
}

const spread = ({ median, low, high }: Estimate, digits = 0): string =>
  `${median.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

function table(lines: readonly string[][]): string {
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What it ran on; the load is that of the last minute, and belongs to others only in part. */
export function machine(): Readonly<Record<string, string | number>> {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
