import type { PowerSaveBlocker } from 'electron';

/** Keeps the screen on while in a meeting: nobody types while listening. */
export function keepAwake(blocker: PowerSaveBlocker): (present: boolean) => void {
  let id: number | null = null;
  return (present) => {
    if (present && id === null) id = blocker.start('prevent-display-sleep');
    if (!present && id !== null) {
      blocker.stop(id);
      id = null;
    }
  };
}
