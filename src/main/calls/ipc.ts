import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { ipcChannels } from '../../shared/ipc-channels.ts';

/** Takes a call as it came, from whatever frame, and answers it. */
export type AnswerCall = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<unknown>;

export type Door = {
  /** Resolves at the first call of the window. */
  readonly firstCall: Promise<void>;
  /** Answers calls from now on, beginning with those that are waiting. */
  readonly giveAnswers: (answer: AnswerCall) => void;
};

/** The only door between window and main. It opens before the window does: an early call waits instead of failing. */
export function openDoor(ipc: IpcMain): Door {
  const { promise: firstCall, resolve: called } = Promise.withResolvers<void>();
  const { promise: answers, resolve: giveAnswers } = Promise.withResolvers<AnswerCall>();
  ipc.handle(ipcChannels.call, async (event, name: unknown, input: unknown) => {
    called();
    return (await answers)(event, name, input);
  });
  return { firstCall, giveAnswers };
}
