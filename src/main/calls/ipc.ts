import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { ipcChannels } from '../../shared/ipc-channels.ts';

/** Takes a call as it came, from whatever frame, and answers it. */
export type AnswerCall = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<unknown>;

export type Door = {
  /** When the window has called for the first time. */
  readonly knocked: Promise<void>;
  /** From now on calls are answered, beginning with those that wait. */
  readonly giveAnswers: (answer: AnswerCall) => void;
};

/** The only door between window and main. It stands from before the window on: a first call waits instead of finding nobody. */
export function openDoor(ipc: IpcMain): Door {
  const { promise: knocked, resolve: knock } = Promise.withResolvers<void>();
  const { promise: answers, resolve: giveAnswers } = Promise.withResolvers<AnswerCall>();
  ipc.handle(ipcChannels.call, async (event, name: unknown, input: unknown) => {
    knock();
    return (await answers)(event, name, input);
  });
  return { knocked, giveAnswers };
}
