import path from 'node:path';
import { readSettings } from '../deploy/settings.ts';

/** What systemd would start for a unit, as far as a machine without systemd can do the same. */
export type UnitProgram = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string | null;
  readonly environmentFiles: readonly string[];
  /** Where each credential comes from, by the path that the program finds it at. */
  readonly credentials: Readonly<Record<string, string>>;
};

/** Reads a filled unit. `%i` is the instance, `%d` the directory of the credentials. */
export function readUnit(text: string, instance: string, credentialDirectory: string): UnitProgram {
  const valuesOf = (key: string): string[] =>
    [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) =>
      value.replaceAll('%i', instance).replaceAll('%d', credentialDirectory),
    );
  const [command = '', ...args] = valuesOf('ExecStart')[0]?.split(' ') ?? [];
  const credentials = valuesOf('LoadCredential').map((line) => {
    const [name = '', source = ''] = line.split(/:(.*)/);
    return [path.join(credentialDirectory, name), source];
  });
  return {
    command,
    args,
    cwd: valuesOf('WorkingDirectory')[0] ?? null,
    environmentFiles: valuesOf('EnvironmentFile'),
    credentials: Object.fromEntries(credentials) as Record<string, string>,
  };
}

/** Only what the unit gives, as with systemd: nothing of whoever starts us. */
export const unitEnvironment = (files: readonly string[]): NodeJS.ProcessEnv =>
  Object.assign(
    { PATH: process.env['PATH'] },
    ...files.map((text) => readSettings(text, 'an environment file')),
  ) as NodeJS.ProcessEnv;
