import { Packager, type Configuration } from 'electron-builder';
import { root } from '../../app/build.ts';

/** Our settings, with these changes, as electron-builder reads and checks them. @throws on what it does not know. */
export async function readSettings(changes: Configuration = {}): Promise<Packager> {
  const packager = new Packager({
    projectDir: root,
    config: { extends: 'electron-builder.yml', ...changes },
  });
  await packager.validateConfig();
  return packager;
}
