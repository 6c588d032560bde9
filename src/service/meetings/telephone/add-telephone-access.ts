import { setTimeout as delay } from 'node:timers/promises';
import type { MeetingDeps } from '../deps.ts';
import type { MeetingState } from '../meeting-state.ts';
import { lingerMs } from '../store/meeting-store.ts';

/** Opening a meeting waits no longer (ms) than this for its telephone access, which may come later. */
const patienceMs = 1000;

/** Gives the meeting a PIN, if there is a telephone. If no PIN is free the meeting opens without one. */
export async function withPin(
  { telephone, log }: Pick<MeetingDeps, 'telephone' | 'log'>,
  meeting: MeetingState,
): Promise<MeetingState> {
  if (!telephone) return meeting;
  const pin = await telephone.claimPin(meeting.expiresAt + lingerMs);
  if (pin === null) log.error('telephone: no PIN to be had');
  return pin === null ? meeting : { ...meeting, telephone: { pin, rule: null } };
}

/** Makes the rule of a new meeting. LiveKit's telephone failing does not fail the meeting. */
export async function awaitRule(
  { telephone }: Pick<MeetingDeps, 'telephone'>,
  { id, telephone: dialled }: MeetingState,
): Promise<void> {
  if (!telephone || !dialled) return;
  const patience = new AbortController();
  const enough = delay(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([telephone.reconcileRule(id), enough]);
  patience.abort();
}
