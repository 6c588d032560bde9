import { sectionNames } from '../../src/shared/settings/sections.ts';
import {
  settingNames,
  settings,
  type Language,
  type SettingName,
} from '../../src/shared/settings/settings.ts';
import type { Kind } from '../../src/shared/settings/kinds.ts';
import { optionWord } from '../../src/shared/words/setting-words.ts';
import { words } from '../../src/shared/words/words.ts';
import { categoryOf, policyFileVersion, policyNamespace, rootCategory, supportedOn } from './admx.ts';
import { describeSetting } from './describe-setting.ts';
import { templateWords } from './template-words.ts';
import { writeXml, xml, type Xml } from './xml.ts';

/** What Windows' policy editors say, in one language. */
export function writeAdml(language: Language): string {
  const own = templateWords[language];
  const all = words[language].settings;
  const string = (id: string, says: string): Xml => xml('string', { id }, says);
  return writeXml(
    xml('policyDefinitionResources', { xmlns: policyNamespace, ...policyFileVersion }, [
      xml('displayName', {}, words[language].shell.appName),
      xml('description', {}, own.description),
      xml('resources', {}, [
        xml('stringTable', {}, [
          string(rootCategory, words[language].shell.appName),
          string(supportedOn, own.supportedOn),
          ...sectionNames.map((section) => string(categoryOf(section), all.sections[section])),
          ...settingNames.flatMap((name) => [
            string(name, all.names[name].label),
            string(`${name}_help`, describeSetting(language, name)),
            ...settings[name].kind.options.map((option) =>
              string(`${name}_${option}`, optionWord(all, name, option)),
            ),
          ]),
        ]),
        xml(
          'presentationTable',
          {},
          settingNames.flatMap((name) => presentation(name, all.names[name].label)),
        ),
      ]),
    ]),
  );
}

/** The field of a policy; a switch has none. */
function presentation(name: SettingName, label: string): readonly Xml[] {
  const control = controls[settings[name].kind.form](name, label);
  return control === null ? [] : [xml('presentation', { id: name }, [control])];
}

type Control = (name: SettingName, label: string) => Xml | null;
const textBox: Control = (refId, label) => xml('textBox', { refId }, [xml('label', {}, label)]);

const listBox: Control = (refId, label) => xml('multiTextBox', { refId, defaultHeight: '8' }, label);

const controls: Readonly<Record<Kind<unknown>['form'], Control>> = {
  switch: () => null,
  choice: (refId, label) => {
    const { kind, fallback } = settings[refId];
    const defaultItem = `${(kind.options as readonly unknown[]).indexOf(fallback)}`;
    return xml('dropdownList', { refId, noSort: 'true', defaultItem }, label);
  },
  text: textBox,
  address: textBox,
  addresses: listBox,
  hosts: listBox,
};
