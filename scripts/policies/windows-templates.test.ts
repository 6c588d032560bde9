import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { policyKey, readWindowsPolicies } from '../../src/main/policies/windows.ts';
import type { RegistryValue } from '../../src/main/policies/registry.ts';
import { resolveSettings } from '../../src/shared/settings/resolve-settings.ts';
import { languages, settingNames, settings, type Settings } from '../../src/shared/settings/settings.ts';
import { writeAdml } from './adml.ts';
import { policyNamespace, writeAdmx } from './admx.ts';
import { exampleValues } from './example-values.ts';

const parse = (text: string): Document =>
  new DOMParser({
    errorHandler: (level: string, message: string): never => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
const all = (within: Document | Element, name: string): readonly Element[] =>
  Array.from(within.getElementsByTagNameNS(policyNamespace, name));
const childNames = (element: Element): readonly string[] =>
  Array.from(element.childNodes)
    .filter((node) => node.nodeType === 1)
    .map((node) => node.nodeName);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const first = (within: Element, name: string): Element | undefined => all(within, name)[0];

const admx = parse(writeAdmx());
const adml = { fr: parse(writeAdml('fr')), en: parse(writeAdml('en')) };
const policies = all(admx, 'policy');

test('there is one policy for each setting, for machines and users', () => {
  expect(policies.map((policy) => attribute(policy, 'name')).sort()).toEqual([...settingNames].sort());
  expect(new Set(policies.map((policy) => attribute(policy, 'class')))).toEqual(new Set(['Both']));
  expect(new Set(policies.map((policy) => attribute(policy, 'key')))).toEqual(new Set([policyKey]));
});

// The order of elements is what Microsoft's schema (MS-GPREG, section 7) demands; editors refuse a file without it.
test('the parts of a file and of a policy stand in the order that Windows demands', () => {
  expect(childNames(admx.documentElement)).toEqual([
    'policyNamespaces',
    'resources',
    'supportedOn',
    'categories',
    'policies',
  ]);
  for (const policy of policies)
    expect(childNames(policy).join(' ')).toMatch(
      /^parentCategory supportedOn (enabledValue disabledValue|elements)$/,
    );
  for (const language of [adml.fr, adml.en]) {
    expect(childNames(language.documentElement)).toEqual(['displayName', 'description', 'resources']);
    expect(all(language, 'resources').flatMap(childNames)).toEqual(['stringTable', 'presentationTable']);
  }
});

test('names are of letters, digits and underscores, and each is there once', () => {
  const names = ['category', 'definition', 'policy'].flatMap((kind) =>
    all(admx, kind).map((element) => attribute(element, 'name')),
  );
  for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_]+$/u);
  expect(new Set(names).size).toBe(names.length);
  for (const language of [adml.fr, adml.en]) {
    const strings = all(language, 'string').map((element) => attribute(element, 'id'));
    for (const id of strings) expect(id).toMatch(/^[\p{L}\p{N}_]+$/u);
    expect(new Set(strings).size).toBe(strings.length);
  }
});

test('every category and system that is referred to is in the file', () => {
  const known = new Set(
    [...all(admx, 'category'), ...all(admx, 'definition')].map((element) => attribute(element, 'name')),
  );
  const used = policies.flatMap((policy) => [first(policy, 'parentCategory'), first(policy, 'supportedOn')]);
  for (const reference of [...used, ...all(admx, 'parentCategory')])
    expect(known).toContain(reference && attribute(reference, 'ref'));
});

test.each(languages)('everything that is said is said in %s, and nothing more', (language) => {
  const ids = (kind: string) => all(adml[language], kind).map((element) => attribute(element, 'id'));
  const used = (kind: string) =>
    new Set([...writeAdmx().matchAll(new RegExp(`\\$\\(${kind}\\.([^)]+)\\)`, 'g'))].map(([, id]) => id));
  expect(new Set(ids('string'))).toEqual(used('string'));
  expect(new Set(ids('presentation'))).toEqual(used('presentation'));
  for (const string of all(adml[language], 'string')) expect(string.textContent).not.toBe('');
});

test.each(languages)('every field of a policy is shown by its control in %s', (language) => {
  const controls = { enum: 'dropdownList', text: 'textBox', multiText: 'multiTextBox' };
  for (const [element, control] of Object.entries(controls)) {
    const shown = all(adml[language], control).map((each) => attribute(each, 'refId'));
    const fields = all(admx, element).map((each) => attribute(each, 'id'));
    expect(new Set(shown)).toEqual(new Set(fields));
  }
});

test('the list of a choice begins with what holds without a policy', () => {
  for (const list of all(adml.en, 'dropdownList')) {
    const name = settingNames.find((each) => each === attribute(list, 'refId'));
    const kind = name && settings[name];
    expect(kind?.kind.options[Number(attribute(list, 'defaultItem'))]).toBe(kind?.fallback);
  }
});

/** What the editor of policies writes into the registry where an administrator enters `value`, as the file tells it to. */
function written(policy: Element, value: Settings[keyof Settings]): RegistryValue {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  if (typeof value === 'boolean') {
    const state = first(policy, value ? 'enabledValue' : 'disabledValue');
    const decimal = state && first(state, 'decimal');
    const data = Buffer.alloc(4);
    data.writeUInt32LE(Number(decimal && attribute(decimal, 'value')));
    return { name: attribute(policy, 'valueName'), type: 4, data };
  }
  const [element] = ['enum', 'text', 'multiText'].flatMap((kind) => all(policy, kind));
  const name = element ? attribute(element, 'valueName') : '';
  if (typeof value === 'object')
    return { name, type: 7, data: utf16(`${value.map((line) => `${line}\0`).join('')}\0`) };
  const offered = all(policy, 'item').map((item) => first(item, 'string')?.textContent);
  const taken = offered.length === 0 || offered.includes(value) ? value : 'not offered';
  return { name, type: 1, data: utf16(`${taken}\0`) };
}

test('what administrators enter in the editor is what the app reads', () => {
  const values = policies.flatMap((policy) =>
    settingNames
      .filter((name) => name === attribute(policy, 'name'))
      .map((name) => written(policy, exampleValues[name])),
  );
  const { layers } = readWindowsPolicies((hive) => (hive === 'HKLM' ? values : null));
  const { values: resolved, problems } = resolveSettings(layers);
  expect([resolved, problems]).toEqual([exampleValues, []]);
});

test('a value may be as long as the app allows', () => {
  for (const text of all(admx, 'text')) {
    const name = settingNames.find((each) => each === attribute(text, 'id'));
    expect(attribute(text, 'maxLength')).toBe(`${name && settings[name].kind.longest}`);
  }
});
