import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';

/** electron-builder calls this with its WiX source, before WiX compiles it. */
export async function msiProjectCreated(file: string): Promise<void> {
  const { homepage } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    homepage?: string;
  };
  await writeFile(file, completeMsi(await readFile(file, 'utf8'), homepage));
}

/**
 * electron-builder's MSI knows neither `protocols` nor a firewall. Both go into one component of their own: its fixed id
 * survives every version, and it names the program by its folder, since validation warns (ICE69) of a component that
 * points into another.
 * @throws if the source is not as electron-builder 26.17 writes it: better no package than one that opens no links.
 */
export function completeMsi(source: string, homepage: string | undefined): string {
  const program = /<File Name="([^"]+)"[^>]*\bId="mainExecutable"/.exec(source)?.[1];
  if (program === undefined) throw new Error('The MSI has no main program to register.');
  const inGroup = insertOnce(
    legalIds(source),
    /<ComponentGroup Id="ProductComponents"[^>]*>/,
    (place) => place + links(program),
  );
  return insertOnce(inGroup, /<Directory Id="TARGETDIR"/, (place) => entries(homepage) + place);
}

// electron-builder makes a file's id from its name, where a hyphen, a space or a first digit stops WiX.
const legalIds = (source: string): string =>
  source.replaceAll(/\bId="([^"]+)_f"/g, (_, name: string) => `Id="_${name.replaceAll(/[^\w.]/g, '_')}_f"`);

const insertOnce = (source: string, place: RegExp, write: (found: string) => string): string => {
  if (source.match(new RegExp(place, 'g'))?.length !== 1)
    throw new Error(`The MSI has not exactly one ${place.source}.`);
  return source.replace(place, write);
};

/** `--` ends the switches: a link is never read as one. No failure of the firewall's may undo an installation. */
const links = (program: string): string => `
      <Component Id="LinksAndMedia" Guid="{B3B9E073-18C2-4811-87E8-03E686FA963B}">
        <RegistryKey Root="HKLM" Key="Software\\Classes\\visio-agents">
          <RegistryValue Type="string" Value="URL:Visio-Agents" KeyPath="yes"/>
          <RegistryValue Name="URL Protocol" Type="string" Value=""/>
          <RegistryValue Key="DefaultIcon" Type="string" Value="[APPLICATIONFOLDER]${program},0"/>
          <RegistryValue Key="shell\\open\\command" Type="string" Value="&quot;[APPLICATIONFOLDER]${program}&quot; -- &quot;%1&quot;"/>
        </RegistryKey>
        <FirewallException xmlns="http://wixtoolset.org/schemas/v4/wxs/firewall" Id="Media" Name="Visio-Agents" Description="Son et image des réunions" Program="[APPLICATIONFOLDER]${program}" Protocol="udp" Scope="any" Profile="all" IgnoreFailure="yes"/>
      </Component>`;

/** What « Applications installées » shows and offers. */
const entries = (homepage: string | undefined): string =>
  `<Property Id="ARPNOMODIFY" Value="1"/>\n    ${
    homepage === undefined
      ? ''
      : `<Property Id="ARPHELPLINK" Value="${homepage.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>\n    `
  }`;
