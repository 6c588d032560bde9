import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { BundledPackage } from './bundled-packages.ts';
import type { LockFile } from './lock-file.ts';

type Contents = {
  readonly app: { readonly name: string; readonly version: string; readonly licence: string };
  readonly electron: string;
  readonly bundled: readonly BundledPackage[];
  readonly lock: LockFile;
  readonly licenceOf: (bundled: BundledPackage, lock: LockFile) => string;
  /** Of the sources: the same ones make the same list whenever it is made. */
  readonly date: Date;
};

/** What the app is made of, as a CycloneDX 1.6 document: the same for the same app, so without a number of its own. */
export function writeSbom({ app, electron, bundled, lock, licenceOf, date }: Contents): string {
  const root = new Models.Component(Enums.ComponentType.Application, app.name, {
    bomRef: `${app.name}@${app.version}`,
    version: app.version,
  });
  root.licenses.add(new Models.SpdxLicense(app.licence));
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: root,
      timestamp: date,
    }),
  });
  const framework = new Models.Component(Enums.ComponentType.Framework, 'electron', {
    bomRef: `electron@${electron}`,
    version: electron,
    // What is in the app is the program, not npm's package that fetches it.
    purl: `pkg:github/electron/electron@v${electron}`,
  });
  framework.licenses.add(new Models.SpdxLicense('MIT'));
  bom.components.add(framework);
  root.dependencies.add(framework.bomRef);

  const components = new Map(bundled.map((each) => [each, component(each, lock, licenceOf(each, lock))]));
  const carrierOf = ({ inside }: BundledPackage): Models.Component | undefined => {
    const carrier = bundled.find(({ name, inside: further }) => name === inside && further === null);
    return carrier && components.get(carrier);
  };
  for (const [each, made] of components) {
    const carrier = carrierOf(each);
    (carrier ?? bom).components.add(made);
    (carrier ?? root).dependencies.add(made.bomRef);
  }
  const format = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(format).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component(each: BundledPackage, lock: LockFile, licence: string): Models.Component {
  const [name = '', scope] = each.name.split('/').toReversed();
  const purl = `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`;
  const made = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purl,
    version: each.version,
    purl,
    ...(scope === undefined ? {} : { group: scope }),
  });
  made.licenses.add(
    licence.includes(' ') ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence),
  );
  // The checksum is of what is installed here; what another package contains may be of another version.
  const integrity = lock.packages[each.folder]?.integrity;
  if (integrity && each.inside === null) made.hashes.set(Enums.HashAlgorithm['SHA-512'], hexOf(integrity));
  return made;
}

const hexOf = (integrity: string): string =>
  Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
