import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Result } from '../../../../shared/result.ts';
import { mediaRoomOf } from './media-room-of.ts';

/** What the meeting store knows of the room we should be in. */
export type MeetingAccess = {
  /** Null when the phase is no longer the room. */
  admission(): RoomAdmission | null;
  onChange(listener: () => void): () => void;
  /** Asks the service for a fresh admission, which then becomes `admission()`. */
  rejoin(): Promise<Result<RoomAdmission, Failure>>;
  replacedElsewhere(): void;
  /** Ms until the meeting's end by the service's clock. */
  msLeft(): number;
  timeIsUp(): void;
};

/**
 * Tells when we are to stop, or have an admission to another room than `before`; to the same room only if that is a
 * reason to connect again: neither a poll of the service nor a second call to the same room may interrupt anybody.
 */
export function watchAccess(
  access: MeetingAccess,
  before: RoomAdmission,
  stop: AbortSignal,
  sameRoomCounts: () => boolean,
): { readonly promise: Promise<'changed'>; readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const check = (): void => {
    const now = access.admission();
    const elsewhere = now === null || mediaRoomOf(now) !== mediaRoomOf(before);
    if (stop.aborted || (now !== before && (elsewhere || sameRoomCounts()))) controller.abort();
  };
  const promise = new Promise<'changed'>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve('changed'), { once: true });
  });
  const unsubscribe = access.onChange(check);
  stop.addEventListener('abort', check, { once: true });
  check();
  return {
    promise,
    signal: controller.signal,
    dispose: () => {
      unsubscribe();
      stop.removeEventListener('abort', check);
    },
  };
}
