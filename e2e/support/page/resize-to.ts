import type { RunningApp } from '../app/launch-app.ts';
import { tellMain } from '../app/main-process.ts';

/** Gives the window this size, in px of the screen, its frame included. */
export const resizeTo = ({ electron }: RunningApp, width: number, height: number): Promise<void> =>
  tellMain(
    electron,
    ({ BrowserWindow }, [wide, high]: [number, number]) =>
      BrowserWindow.getAllWindows()[0]?.setSize(wide, high),
    [width, height],
  );
