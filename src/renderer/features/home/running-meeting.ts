import type { Role } from '../../../shared/meeting.ts';
import type { Bridge } from '../../bridge.ts';

/** A meeting to go back into. `resumes`: the id of one that the agent opened before this start of the app. */
export type Running = {
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly role: Role;
  readonly resumes: string | null;
};

type Deps = {
  readonly bridge: Pick<Bridge, 'call'>;
  readonly signedIn: boolean;
  readonly hearTime: (serverNow: string, meetingId: string | null) => void;
  readonly tell: (running: Running | null) => void;
};

/**
 * Asks for the one that main remembers, else the latest that the agent opened. What comes after the returned function was
 * called is told to nobody: another meeting may be entered by then.
 */
export function askForRunning({ bridge, signedIn, hearTime, tell }: Deps): () => void {
  let isOver = false;
  const ask = async (): Promise<void> => {
    const current = await bridge.call('meeting:current');
    if (isOver) return;
    if (current.ok && current.value) {
      const { id, createdAt, expiresAt, role, serverNow } = current.value.admission.meeting;
      hearTime(serverNow, id);
      return tell({ createdAt, expiresAt, role, resumes: null });
    }
    const mine = signedIn ? await bridge.call('meeting:mine') : null;
    if (isOver) return;
    if (!mine?.ok) return tell(null);
    hearTime(mine.value.serverNow, null);
    const [latest] = mine.value.meetings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    tell(latest ? { ...latest, role: 'moderator', resumes: latest.id } : null);
  };
  void ask();
  return () => {
    isOver = true;
  };
}
