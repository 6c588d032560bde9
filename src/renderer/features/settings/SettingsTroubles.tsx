import type { ReactNode } from 'react';
import { fileFaultText } from '../../../shared/settings/file-fault.ts';
import type { SettingsProblem } from '../../../shared/settings/resolve-settings.ts';
import type { Words } from '../../../shared/words/words.ts';
import { useWords } from '../../ui/words-context.ts';
import { useSettings } from './settings-context.ts';

/** Files and values that could not be read, each by its name, for whoever calls the help desk. */
export function SettingsTroubles(): ReactNode {
  const words = useWords();
  const problems = useSettings((store) => store.settings.problems);
  if (problems.length === 0) return null;
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm">
      <p>{words.settingsPage.problems.title}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.source} ${problem.name}`}>{told(problem, words)}</li>
        ))}
      </ul>
    </div>
  );
}

function told({ source, name, problem, because }: SettingsProblem, words: Words): string {
  const { policyFile, policyValue, userFile, userValue } = words.settingsPage.problems;
  const reason =
    because === undefined ? words.fileFaults.unreadable : fileFaultText(because, words.fileFaults);
  const isUser = source === 'user';
  if (problem === 'unreadable-file') return isUser ? userFile(name, reason) : policyFile(name, reason);
  return isUser ? userValue(name) : policyValue(name);
}
