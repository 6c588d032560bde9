import type { Listed } from './check-contents.ts';

/** What is in the app as lines of text, and how that compares with the Electron that it was made of. */
export function contentsTable(listed: readonly Listed[], electronBytes: number): string[] {
  const rows = listed
    .filter(({ names }) => names.length > 0)
    .map(({ what, why, names, bytes }) => [what, String(names.length), kilobytes(bytes), why] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [name = 0, count = 0, size = 0] = widths;
  // The archive is on the disk; what it holds is listed as well, and must not count twice.
  const total = listed
    .filter(({ names }) => !names.some((each) => each.startsWith('app.asar/')))
    .reduce((bytes, each) => bytes + each.bytes, 0);
  return [
    ...rows.map(
      ([what, files, bytes, why]) =>
        `${what.padEnd(name)}  ${files.padStart(count)}  ${bytes.padStart(size)} kB  ${why}`,
    ),
    `On the disk ${kilobytes(total)} kB; the Electron that it was made of ${kilobytes(electronBytes)} kB.`,
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
