import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a path holds: a text, or where it leads to. */
export type Tree = Readonly<Record<string, string | { readonly link: string }>>;

/** A folder with these files in it, in the place of `/`. */
export function plant(tree: Tree): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'devices-'));
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
