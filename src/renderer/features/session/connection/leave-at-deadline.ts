import type { MeetingAccess } from './watch-access.ts';

const lookEveryMs = 1000;

/**
 * Ends our stay at the meeting's end also while all is well with the connection: neither the service nor its store may be
 * there to say that the time is up, and then the media server goes on. Asked again and again, because no timer counts the
 * sleep of a computer.
 */
export function leaveAtDeadline(
  access: Pick<MeetingAccess, 'admission' | 'msLeft' | 'timeIsUp'>,
  stop: AbortSignal,
): void {
  const timer = setInterval(() => {
    if (access.admission() !== null && access.msLeft() === 0) access.timeIsUp();
  }, lookEveryMs);
  stop.addEventListener('abort', () => clearInterval(timer), { once: true });
}
