import type { RunningApp } from './launch-app.ts';
import { askMain, tellMain } from './main-process.ts';

/** What the agent answers to main's own dialogs from now on; the dialogs themselves are the system's, and nobody can click them here. */
export const answerQuestions = ({ electron }: RunningApp, answer: 'yes' | 'no'): Promise<void> =>
  tellMain(
    electron,
    ({ dialog }, response: number) => {
      const asked = dialog as typeof dialog & { asked?: string[] };
      asked.asked = [];
      dialog.showMessageBox = async (...given: unknown[]) => {
        asked.asked?.push(JSON.stringify(given.at(-1)));
        return { response, checkboxChecked: false };
      };
    },
    answer === 'yes' ? 1 : 0,
  );

/** What was asked since then, each with all its words. */
export const askedQuestions = ({ electron }: RunningApp): Promise<string[]> =>
  askMain(electron, ({ dialog }) => (dialog as typeof dialog & { asked?: string[] }).asked ?? []);

/** Where the agent saves from now on; null: they dismiss the dialog. */
export const answerSaveDialog = ({ electron }: RunningApp, path: string | null): Promise<void> =>
  tellMain(
    electron,
    ({ dialog }, filePath: string | null) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
    },
    path,
  );
