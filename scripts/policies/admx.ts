import { policyKey } from '../../src/main/policies/windows.ts';
import { mostAddresses, type Kind } from '../../src/shared/settings/kinds.ts';
import { sectionNames, sections } from '../../src/shared/settings/sections.ts';
import { settings, type SettingName } from '../../src/shared/settings/settings.ts';
import { writeXml, xml, type Xml } from './xml.ts';

/** Of both kinds of file. Group Policy compares the first: an ADML that is older than its ADMX is not shown. */
export const policyFileVersion = { revision: '1.0', schemaVersion: '1.0' };
export const policyNamespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

// Names that stay for ever: policies that are in force are found by them.
export const rootCategory = 'VisioAgents';
export const supportedOn = 'SUPPORTED_VisioAgents';
export const categoryOf = (section: string): string => `${rootCategory}_${section}`;

const string = (id: string): string => `$(string.${id})`;

/** The policies that Windows' editors offer, for machines and for users. What they say is in the ADML files. */
export const writeAdmx = (): string =>
  writeXml(
    xml('policyDefinitions', { xmlns: policyNamespace, ...policyFileVersion }, [
      xml('policyNamespaces', {}, [
        xml('target', { prefix: 'visioagents', namespace: 'VisioAgents.Policies' }),
      ]),
      xml('resources', { minRequiredRevision: policyFileVersion.revision }),
      // Our own, not one of Windows': whoever imports this file needs no other one.
      xml('supportedOn', {}, [
        xml('definitions', {}, [xml('definition', { name: supportedOn, displayName: string(supportedOn) })]),
      ]),
      xml('categories', {}, [
        xml('category', { name: rootCategory, displayName: string(rootCategory) }),
        ...sectionNames.map((section) =>
          xml('category', { name: categoryOf(section), displayName: string(categoryOf(section)) }, [
            xml('parentCategory', { ref: rootCategory }),
          ]),
        ),
      ]),
      xml(
        'policies',
        {},
        sectionNames.flatMap((section) => sections[section].map((name) => policy(name, categoryOf(section)))),
      ),
    ]),
  );

function policy(name: SettingName, category: string): Xml {
  const kind: Kind<unknown> = settings[name].kind;
  const value = kind.form === 'switch' ? { valueName: name } : { presentation: `$(presentation.${name})` };
  return xml(
    'policy',
    {
      name,
      class: 'Both',
      displayName: string(name),
      explainText: string(`${name}_help`),
      key: policyKey,
      ...value,
    },
    [
      xml('parentCategory', { ref: category }),
      xml('supportedOn', { ref: supportedOn }),
      ...controls[kind.form](name, kind),
    ],
  );
}

type Control = (name: SettingName, kind: Kind<unknown>) => readonly Xml[];
const field = (name: SettingName) => ({ id: name, valueName: name, required: 'true' });

const textField: Control = (name, { longest }) => [
  xml('elements', {}, [xml('text', { ...field(name), maxLength: `${longest}` })]),
];
const listField: Control = (name, { longest }) => {
  const most = { maxLength: `${longest * mostAddresses}`, maxStrings: `${mostAddresses}` };
  return [xml('elements', {}, [xml('multiText', { ...field(name), ...most })])];
};
const controls: Readonly<Record<Kind<unknown>['form'], Control>> = {
  switch: () => [
    xml('enabledValue', {}, [xml('decimal', { value: '1' })]),
    xml('disabledValue', {}, [xml('decimal', { value: '0' })]),
  ],
  choice: (name, { options }) => {
    const items = options.map((option) =>
      xml('item', { displayName: string(`${name}_${option}`) }, [
        xml('value', {}, [xml('string', {}, option)]),
      ]),
    );
    return [xml('elements', {}, [xml('enum', field(name), items)])];
  },
  text: textField,
  address: textField,
  addresses: listField,
  hosts: listField,
};
