import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import { readBundled } from './bundled-packages.ts';
import { licenceOf, writeLicences } from './licences.ts';
import { licenceTexts } from './licence-texts.ts';
import { readLockFile, refuseDevelopmentPackages } from './lock-file.ts';
import { writeSbom } from './sbom.ts';

type Documents = { readonly licences: string; readonly sbom: string };

/**
 * What goes with the app that was just built: the licences of what is in it, and the list of its parts (CycloneDX).
 * @throws if something of it must not be there, or may not be passed on.
 */
export async function appDocuments(
  kind: 'release' | 'driven',
  { electron, version, date }: { electron: string; version: string; date: Date },
): Promise<Documents> {
  // Vite calls the build that nobody names « production ».
  const [bundled, lock] = [await readBundled(kind === 'driven' ? kind : 'production'), await readLockFile()];
  refuseDevelopmentPackages(bundled, lock);
  const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
  return {
    licences: await writeLicences({ version, own, bundled, lock, textsOf: licenceTexts }),
    sbom: writeSbom({
      app: { name: 'visio-agents', version, licence: 'MIT' },
      electron,
      bundled,
      lock,
      licenceOf,
      date,
    }),
  };
}
