import type { LightMyRequestResponse } from 'fastify';
import type { Admission } from '../../shared/meeting.ts';
import type { Moderation } from '../../shared/moderation.ts';
import { bearer, codeOf, roomOf, type TestService } from './test-service.ts';

type Asker = Pick<Admission, 'participationToken'>;

/** What moderators and guests do in tests, on a service with a LiveKit that obeys. */
export const peopleOf = (service: TestService) => ({
  moderate: (by: Asker, body: Moderation): Promise<LightMyRequestResponse> =>
    service.post('/api/v1/participation/moderate', body, bearer(by)),
  /** Whatever the answer is: an admission, a wait, a refusal. */
  tryToJoin: (link: string, displayName = 'Paul'): Promise<LightMyRequestResponse> =>
    service.post('/api/v1/invitations/join', { code: codeOf(link), displayName }),
  rejoin: (who: Asker): Promise<LightMyRequestResponse> =>
    service.post('/api/v1/participation/rejoin', {}, bearer(who)),
  leave: (who: Asker): Promise<LightMyRequestResponse> =>
    service.post('/api/v1/participation/leave', {}, bearer(who)),
  /** Enters the LiveKit room, as the app does with its admission. */
  enter(admission: Admission): void {
    service.media.rooms.get(roomOf(admission))?.add(admission.participant.identity);
  },
  /** Is in the room no more, without a word to anybody. */
  vanish(admission: Admission): void {
    service.media.rooms.get(roomOf(admission))?.delete(admission.participant.identity);
  },
  isIn: (admission: Admission): boolean =>
    service.media.rooms.get(roomOf(admission))?.has(admission.participant.identity) ?? false,
  /** What LiveKit lets them send. */
  sources: ({ participant }: Admission): readonly string[] =>
    service.media.rights.get(participant.identity)?.sources ?? [],
  attributes: ({ participant }: Admission): Readonly<Record<string, string>> =>
    service.media.rights.get(participant.identity)?.attributes ?? {},
  hand: (method: 'PUT' | 'DELETE', who: Asker): Promise<LightMyRequestResponse> =>
    service.app.inject({
      method,
      url: '/api/v1/participation/hand',
      headers: { host: '127.0.0.1:8080', ...bearer(who).headers },
    }),
  waiting: (who: Asker): Promise<LightMyRequestResponse> =>
    service.app.inject({
      url: '/api/v1/participation/waiting',
      headers: { host: '127.0.0.1:8080', ...bearer(who).headers },
    }),
});
