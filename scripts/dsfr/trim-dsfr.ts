import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import type { Plugin } from 'vite';
import { trimCss, usedIn } from './trim-css.ts';

type Options = {
  /** The style sheet that names the parts of the design system, one `@import` each. */
  readonly entry: string;
  /** The folder whose sources say what is used of them. */
  readonly pages: string;
  /** Class names that a library writes, not we. */
  readonly alsoUsed: readonly string[];
};

/** Vite plugin: puts in place of `entry` the parts that it imports, without what no page uses. */
export function trimDsfr({ entry, pages, alsoUsed }: Options): Plugin {
  return {
    name: 'trim-dsfr',
    // A page that is being written may name another class at any moment.
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(entry)) return null;
      const imports = [...(await readFile(id, 'utf8')).matchAll(/@import '([^']+)'/g)];
      const parts = await Promise.all(imports.map(([, name = '']) => readPart(name)));
      const sources = (await readdir(pages, { recursive: true }))
        .map((file) => join(pages, file))
        .filter((file) => /\.(?:tsx?|css)$/.test(file) && !file.endsWith(entry));
      const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
      return trimCss(parts.join('\n'), usedIn([...texts, ...alsoUsed].join('\n')));
    },
  };
}

/** One style sheet of a package, its relative addresses written as the package's own. */
async function readPart(name: string): Promise<string> {
  const css = await readFile(createRequire(import.meta.url).resolve(name), 'utf8');
  return css.replaceAll(
    /url\("(\.[^"]+)"\)/g,
    (_url, path: string) => `url("${posix.join(name, '..', path)}")`,
  );
}
