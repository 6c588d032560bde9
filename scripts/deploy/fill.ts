import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import { Unprepared } from '../log.ts';
import { relayPeers } from './relay-peers.ts';
import type { Settings } from './settings.ts';

/** The folder that an operator copies. */
export const deployDirectory = path.join(root, 'deploy');

export type FilledFile = {
  /** `config/nginx.conf`, `systemd/visio-nginx.service` */
  readonly path: string;
  readonly text: string;
  /** To be read by root alone. */
  readonly isSecret: boolean;
};
type Template = { readonly path: string; readonly text: string };
type Values = { readonly settings: Settings; readonly secrets: Settings };

/** Media nodes and instances of the service: a file `name@.ext` is filled for each of them. */
const instances = ['a', 'b'] as const;

export async function readTemplates(directory = deployDirectory): Promise<Template[]> {
  const templates: Template[] = [];
  for (const folder of ['config', 'systemd']) {
    const entries = await readdir(path.join(directory, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = path.join(entry.parentPath, entry.name);
      templates.push({ path: path.relative(directory, file), text: await readFile(file, 'utf8') });
    }
  }
  return templates.sort((one, other) => one.path.localeCompare(other.path));
}

/**
 * Writes a value for each `${NAME}`. In a file for one node or instance `${LIVEKIT_PORT}` is that node's own
 * `LIVEKIT_A_PORT`, and `${INSTANCE}` its letter.
 * @throws {Unprepared} naming every value that is missing, every one that no file uses, every secret in an open file.
 */
export function fillTemplates(templates: readonly Template[], values: Values): FilledFile[] {
  const { secrets } = values;
  const settings = { ...values.settings, ...peersOfNodes(values.settings) };
  const used = new Set<string>();
  const wrong = new Set<string>();

  const fill = (target: string, text: string, instance: string | null): FilledFile => {
    const isSecret = target.includes('.secret.');
    const filled = text.replaceAll(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_, name: string) => {
      if (name === 'INSTANCE' && instance !== null) return instance;
      const own = name.replace(/^[A-Z0-9]+/, (first) => `${first}_${instance?.toUpperCase()}`);
      for (const known of instance === null ? [name] : [own, name]) {
        if (secrets[known] !== undefined && !isSecret)
          wrong.add(`${known} is a secret, and ${target} is open`);
        const value = secrets[known] ?? settings[known];
        if (value === undefined) continue;
        used.add(known);
        return value;
      }
      wrong.add(`${instance === null ? name : own} has no value`);
      return '';
    });
    return { path: target, text: filled, isSecret };
  };

  const files = templates.flatMap((template) =>
    template.path.startsWith('config') && template.path.includes('@')
      ? instances.map((one) => fill(template.path.replace('@', `-${one}`), template.text, one))
      : [fill(template.path, template.text, null)],
  );
  for (const name of Object.keys({ ...settings, ...secrets }))
    if (!used.has(name)) wrong.add(`${name} is used by no file`);
  if (wrong.size > 0) throw new Unprepared(`The files cannot be filled:\n${[...wrong].join('\n')}`);
  return files;
}

/** What follows from the addresses of the media nodes. */
function peersOfNodes(settings: Settings): Settings {
  const peers = instances.flatMap((one) => {
    const node = `LIVEKIT_${one.toUpperCase()}`;
    const [seen, own] = [settings[`${node}_PUBLIC_IP`], settings[`${node}_MEDIA_IP`]];
    if (seen === undefined || own === undefined) return [];
    const { allowed, denied } = relayPeers([seen, own]);
    return [
      [`${node}_OWN_PEERS`, JSON.stringify(allowed)],
      [`${node}_OTHER_PEERS`, JSON.stringify(denied)],
    ];
  });
  return Object.fromEntries(peers) as Settings;
}
