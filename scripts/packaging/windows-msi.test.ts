import { DOMParser } from '@xmldom/xmldom';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { ico, icoSizes } from './icon-containers.ts';
import { renderMsi } from './testing/render-msi.ts';
import { readSettings } from './testing/settings.ts';
import { completeMsi } from './windows-msi.ts';

// electron-builder's real source, on our settings, for an app of few files; one has a name that its ids cannot bear.
const files = ['visio-agents.exe', 'LICENSES-third-party.txt', 'resources/app.asar'];
let folder: string;
let source: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'visio-agents-msi-'));
  await mkdir(path.join(folder, 'resources'));
  for (const file of files) await writeFile(path.join(folder, file), '');
  // An icon that is missing would be sought on the network.
  const icon = path.join(folder, 'icon.ico');
  await writeFile(icon, ico(new Map(icoSizes.map((size) => [size, new Uint8Array(1)]))));
  source = await renderMsi(folder, icon);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const strict = (xml: string) => {
  const errors: string[] = [];
  const note = (message: string): void => void errors.push(message);
  const document = new DOMParser({
    errorHandler: { warning: note, error: note, fatalError: note },
  }).parseFromString(xml, 'text/xml');
  expect(errors).toEqual([]);
  return document;
};
const elements = (xml: string, name: string) => Array.from(strict(xml).getElementsByTagName(name));
const property = (xml: string, id: string) =>
  elements(xml, 'Property')
    .find((element) => element.getAttribute('Id') === id)
    ?.getAttribute('Value');

test('the MSI installs for every user of the machine, and replaces any version before it', () => {
  const completed = completeMsi(source, undefined);
  expect(property(completed, 'ALLUSERS')).toBe('1');
  const [product] = elements(completed, 'Product');
  expect(product?.getAttribute('UpgradeCode')).toBe('{3009C286-FB09-49E0-91BB-1B14C57113CF}');
  expect(elements(completed, 'Shortcut').map((shortcut) => shortcut.getAttribute('Directory'))).toEqual([
    'ProgramMenuFolder',
  ]);
  expect(completed).not.toContain('runAfterFinish');
});

test('a link opens the installed app, for every user, and never as a switch', () => {
  const values = elements(completeMsi(source, undefined), 'RegistryValue').map((value) => ({
    root: (value.parentNode as Element).getAttribute('Root'),
    key: `${(value.parentNode as Element).getAttribute('Key')}\\${value.getAttribute('Key') ?? ''}`,
    name: value.getAttribute('Name') ?? '',
    value: value.getAttribute('Value'),
  }));
  const scheme = String.raw`Software\Classes\visio-agents` + '\\';
  expect(values).toEqual([
    { root: 'HKLM', key: scheme, name: '', value: 'URL:Visio-Agents' },
    { root: 'HKLM', key: scheme, name: 'URL Protocol', value: '' },
    {
      root: 'HKLM',
      key: `${scheme}DefaultIcon`,
      name: '',
      value: '[APPLICATIONFOLDER]visio-agents.exe,0',
    },
    {
      root: 'HKLM',
      key: String.raw`${scheme}shell\open\command`,
      name: '',
      value: '"[APPLICATIONFOLDER]visio-agents.exe" -- "%1"',
    },
  ]);
});

test('what is added belongs to the feature that is installed, and is one component for ever', () => {
  const completed = completeMsi(source, undefined);
  const added = elements(completed, 'Component').find((one) => one.getAttribute('Id') === 'LinksAndMedia');
  const group = (added?.parentNode as Element | undefined)?.getAttribute('Id');
  expect(added?.getAttribute('Guid')).toBe('{B3B9E073-18C2-4811-87E8-03E686FA963B}');
  expect(elements(completed, 'ComponentGroupRef').map((one) => one.getAttribute('Id'))).toEqual([group]);
});

test('sound and picture pass the firewall: UDP to the installed app only, and no firewall is no failure', () => {
  const [rule, ...others] = elements(completeMsi(source, undefined), 'FirewallException');
  expect(others).toEqual([]);
  expect(rule?.namespaceURI).toBe('http://wixtoolset.org/schemas/v4/wxs/firewall');
  expect(rule?.getAttribute('Program')).toBe('[APPLICATIONFOLDER]visio-agents.exe');
  expect(rule?.getAttribute('Protocol')).toBe('udp');
  expect(rule?.getAttribute('IgnoreFailure')).toBe('yes');
});

test('a file name of any kind gets an id that Windows Installer knows', () => {
  const ids = elements(completeMsi(source, undefined), 'File').map((file) => file.getAttribute('Id'));
  expect(ids).toContain('_LICENSES_third_party.txt_f');
  for (const id of ids.filter(Boolean)) expect(id).toMatch(/^[A-Za-z_][\w.]*$/);
});

test('« Applications installées » offers no change, and help where the project has a page', () => {
  expect(property(completeMsi(source, undefined), 'ARPNOMODIFY')).toBe('1');
  expect(property(completeMsi(source, undefined), 'ARPHELPLINK')).toBeUndefined();
  expect(property(completeMsi(source, 'https://a.example/?b&"c"'), 'ARPHELPLINK')).toBe(
    'https://a.example/?b&"c"',
  );
});

test('electron-builder finds the hook by the name in the settings, and it completes the file', async () => {
  const file = path.join(folder, 'project.wxs');
  await writeFile(file, source);
  const { config } = await readSettings();
  // As electron-builder loads hooks.
  const hook = createRequire(import.meta.url)(path.resolve(root, config.msiProjectCreated as string)) as {
    msiProjectCreated(file: string): Promise<void>;
  };
  await hook.msiProjectCreated(file);
  expect(await readFile(file, 'utf8')).toContain('Component Id="LinksAndMedia"');
});

test('a source of another shape is refused: no package rather than one that opens no links', () => {
  expect(() => completeMsi('<Wix/>', undefined)).toThrow('main program');
  expect(() => completeMsi(source.replace('"ProductComponents" Directory', '"X" Directory'), '')).toThrow(
    'ProductComponents',
  );
  expect(() => completeMsi(source.replace('"TARGETDIR"', '"X"'), '')).toThrow('TARGETDIR');
});
