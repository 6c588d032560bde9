import { useEffect, useState } from 'react';
import { useBridge } from '../../bridge-context.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';
import { askForRunning, type Running } from './running-meeting.ts';

/** The meeting to go back into, if there is one; asked for once, because home appears anew after each. */
export function useRunningMeeting(): Running | null {
  const bridge = useBridge();
  const hearTime = useMeeting((store) => store.hearTime);
  const signedIn = useSignIn(({ state }) => state.name === 'signed-in');
  const [running, setRunning] = useState<Running | null>(null);
  useEffect(
    () => askForRunning({ bridge, signedIn, hearTime, tell: setRunning }),
    [bridge, hearTime, signedIn],
  );
  return running;
}
