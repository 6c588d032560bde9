import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';

/**
 * Name of the media server's room that this admission is for, '' if the token is none we know. Read, not verified: the
 * media server does that.
 */
export function mediaRoomOf({ livekitToken }: Pick<RoomAdmission, 'livekitToken'>): string {
  try {
    const [, payload = ''] = livekitToken.split('.');
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      video?: { room?: unknown };
    };
    return typeof claims.video?.room === 'string' ? claims.video.room : '';
  } catch {
    return '';
  }
}
