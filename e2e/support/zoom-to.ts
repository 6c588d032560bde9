import type { RunningApp } from './launch-app.ts';
import { tellMain } from './main-process.ts';

/** In a window of 1100 × 750, where 4 leaves 275 CSS pixels for a line. */
export const zoomTo = ({ electron }: RunningApp, factor: number): Promise<void> =>
  tellMain(
    electron,
    ({ BrowserWindow }, wanted: number) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setSize(1100, 750);
      window?.webContents.setZoomFactor(wanted);
    },
    factor,
  );
