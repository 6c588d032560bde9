import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import type { BundledPackage } from './bundled-packages.ts';

/** Everything that the authors of a package want said with it; @throws if they say nothing. */
export async function licenceTexts({
  name,
  folder,
}: Pick<BundledPackage, 'name' | 'folder'>): Promise<string[]> {
  const directory = path.join(root, folder);
  const names = await readdir(directory);
  const files = [...names.filter(isLicence), ...names.filter(isNotice)];
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')));
  if (!names.some(isLicence)) texts.unshift(...((await elsewhere[name]?.(directory)) ?? []));
  if (texts.length === 0) throw new Error(`${name} is in the app and brings no text of its licence.`);
  return texts.map((text) =>
    (name === 'vite' ? ownPart(text) : text).replaceAll('\r', '').replaceAll(/^\n+|\s+$/g, ''),
  );
}

const isLicence = (file: string): boolean => /^(licen[cs]e|copying)/i.test(file);
const isNotice = (file: string): boolean => /notice/i.test(file);

// LiveKit's file is the terms as the Apache Foundation publishes them, with no name filled in.
const apache = (): Promise<string> =>
  readFile(path.join(root, 'node_modules/livekit-client/LICENSE'), 'utf8');

// Its package.json says MIT and where it comes from, and no file says more: the terms are those that ours are, too.
async function mitOf(holder: string): Promise<string> {
  const ours = await readFile(path.join(root, 'LICENSE'), 'utf8');
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/** Packages without a file for it. */
const elsewhere: Readonly<Record<string, (directory: string) => Promise<string[]>>> = {
  'native-reg': async () => [await mitOf('Simon Buchan (github.com/simonbuchan/native-reg)')],
  '@remixicon/react': async () => [await apache()],
  '@bufbuild/protobuf': async (directory) => [
    await apache(),
    await firstComment(path.join(directory, 'dist/esm/google/varint.js')),
  ],
};

async function firstComment(file: string): Promise<string> {
  const comment = /^(?:\/\/.*\n)+/.exec(await readFile(file, 'utf8'))?.[0];
  if (comment === undefined) throw new Error(`${file} does not begin with its licence any more.`);
  return comment.replaceAll(/^\/\/ ?/gm, '');
}

/** After its own licence come those of programs that make up the tool, of which nothing gets into what it builds. */
const ownPart = (text: string): string => text.split('# Licenses of bundled dependencies')[0] ?? text;
