import type { Kind } from '../../src/shared/settings/kinds.ts';
import { sectionNames, sections } from '../../src/shared/settings/sections.ts';
import { settings, type SettingName } from '../../src/shared/settings/settings.ts';
import { words } from '../../src/shared/words/words.ts';
import { exampleValues } from './example-values.ts';
import { templateWords } from './template-words.ts';

const begin = '<!-- generated: npm run policies -->';
const end = '<!-- end of the generated part -->';

/** The document with its part about every setting made anew. Throws if it has no such part. */
export function withSettings(document: string): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`No part between ${begin} and ${end}`);
  return `${before}${begin}\n\n${everySetting()}\n\n${end}${after}`;
}

const everySetting = (): string =>
  sectionNames
    .map((section) => {
      const title = `### ${words.en.settings.sections[section]}`;
      return [title, ...sections[section].map(describe)].join('\n\n');
    })
    .join('\n\n');

const english = words.en.settings;

function describe(name: SettingName): string {
  const { kind, fallback, decidedBy, nextStart } = settings[name];
  const { label, help } = english.names[name];
  const example = JSON.stringify(exampleValues[name]);
  const notes = [
    templateWords.en.notes[name],
    nextStart ? templateWords.en.nextStart : undefined,
    decidedBy === 'policy' ? 'Only a policy decides it.' : 'Users may decide it, unless a policy does.',
  ];
  return [
    `#### \`${name}\``,
    `${label}. ${sentence(help)} ${notes.filter((note) => note !== undefined).join(' ')}`,
    '| | |\n| --- | --- |\n' +
      [
        ['values', valuesOf(kind)],
        ['without it', fallback === '' ? 'empty' : `\`${JSON.stringify(fallback)}\``],
        ['Windows', windows(name, kind)],
        ['macOS', `key \`${name}\`, ${plistTypes[kind.form]}`],
        ['Linux', `\`"${name}": ${example}\``],
      ]
        .map(([what, says]) => `| ${what} | ${says} |`)
        .join('\n'),
  ].join('\n\n');
}

const sentence = (help: string): string => (/[.!?]$/.test(help) ? help : `${help}.`);

const valuesOf = ({ form, expected, options }: Kind<unknown>): string =>
  form === 'choice' ? options.map((option) => `\`${option}\``).join(' or ') : expected;

function windows(name: SettingName, { form }: Kind<unknown>): string {
  const example = exampleValues[name];
  const written = typeof example === 'boolean' ? Number(example) : example;
  return `value \`${name}\`, ${registryTypes[form]}: ${typeof written === 'object' ? 'one a line' : `\`${written}\``}`;
}

const registryTypes: Readonly<Record<Kind<unknown>['form'], string>> = {
  switch: 'REG_DWORD (1 true, 0 false)',
  choice: 'REG_SZ',
  text: 'REG_SZ',
  address: 'REG_SZ',
  addresses: 'REG_MULTI_SZ',
  hosts: 'REG_MULTI_SZ',
};

const plistTypes: Readonly<Record<Kind<unknown>['form'], string>> = {
  switch: 'boolean',
  choice: 'string',
  text: 'string',
  address: 'string',
  addresses: 'array of strings',
  hosts: 'array of strings',
};
