import type { RunningApp } from '../app/launch-app.ts';
import { tellMain } from '../app/main-process.ts';
import { resizeTo } from './resize-to.ts';

/** In a window of 1100 × 750, where 4 leaves 275 CSS pixels for a line. */
export async function zoomTo(app: RunningApp, factor: number): Promise<void> {
  await resizeTo(app, 1100, 750);
  await tellMain(
    app.electron,
    ({ BrowserWindow }, wanted: number) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted),
    factor,
  );
}
