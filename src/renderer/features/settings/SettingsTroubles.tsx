import type { ReactNode } from 'react';
import type { SettingsProblem } from '../../../shared/settings/resolve-settings.ts';
import type { SettingsPageWords } from '../../../shared/words/settings-page.fr.ts';
import { useWords } from '../../ui/words-context.ts';
import { useSettings } from './settings-context.ts';

/** Files and values that could not be read, each by its name, for whoever calls the help desk. */
export function SettingsTroubles(): ReactNode {
  const { problems: words } = useWords().settingsPage;
  const problems = useSettings((store) => store.settings.problems);
  if (problems.length === 0) return null;
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm">
      <p>{words.title}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.source} ${problem.name}`}>{told(problem, words)}</li>
        ))}
      </ul>
    </div>
  );
}

function told({ source, name, problem }: SettingsProblem, words: SettingsPageWords['problems']): string {
  const isUser = source === 'user';
  if (problem === 'unreadable-file') return isUser ? words.userFile(name) : words.policyFile(name);
  return isUser ? words.userValue(name) : words.policyValue(name);
}
