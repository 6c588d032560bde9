import { useEffect, useState } from 'react';
import type { Role } from '../../../shared/meeting.ts';
import { useBridge } from '../../bridge-context.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';

/** A meeting to go back into. `resumes`: the id of one that the agent opened before this start of the app. */
export type Running = {
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly role: Role;
  readonly resumes: string | null;
};

/** The one that main remembers, else the latest that the agent opened; asked once, because home appears anew after each. */
export function useRunningMeeting(): Running | null {
  const bridge = useBridge();
  const hearTime = useMeeting((store) => store.hearTime);
  const signedIn = useSignIn(({ state }) => state.name === 'signed-in');
  const [running, setRunning] = useState<Running | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const current = await bridge.call('meeting:current');
      // Home is gone: another meeting may be entered by now, whose time this is not.
      if (gone) return;
      if (current.ok && current.value) {
        const { id, createdAt, expiresAt, role, serverNow } = current.value.admission.meeting;
        hearTime(serverNow, id);
        setRunning({ createdAt, expiresAt, role, resumes: null });
        return;
      }
      const mine = signedIn ? await bridge.call('meeting:mine') : null;
      if (gone) return;
      if (mine?.ok) hearTime(mine.value.serverNow, null);
      const latest = mine?.ok
        ? mine.value.meetings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
        : undefined;
      setRunning(latest ? { ...latest, role: 'moderator', resumes: latest.id } : null);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [bridge, hearTime, signedIn]);
  return running;
}
