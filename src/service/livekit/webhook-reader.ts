import { WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk';
import { err, ok, type Result } from '../../shared/result.ts';
import type { LivekitAccess } from './api-clients.ts';
import { personIn, trackIn, type MediaPerson } from './participants.ts';

/** What LiveKit reports: a hint, which may come late, twice or never. */
export type MediaHint = {
  readonly id: string;
  /** Ms since 1970, by LiveKit's clock; in whole seconds. */
  readonly at: number;
  readonly kind: 'came' | 'left' | 'sends' | 'room-made' | 'room-gone';
  readonly room: string;
  readonly person: MediaPerson | null;
};

const kinds: Readonly<Record<string, MediaHint['kind']>> = {
  participant_joined: 'came',
  participant_left: 'left',
  track_published: 'sends',
  room_started: 'room-made',
  room_finished: 'room-gone',
};

/**
 * Why a message is dropped: it was not signed by LiveKit, or the clocks are so far apart that the signature has
 * expired or is not valid yet.
 */
export type Unreadable = 'unsigned' | 'late' | 'early';

/** Answers null for what is signed and of no interest. */
export type ReadWebhook = (
  body: string,
  authorization: string,
) => Promise<Result<MediaHint | null, Unreadable>>;

/** `drift`: how far (ms) this machine's clock is from the one by which tokens are dated elsewhere. */
export function createWebhookReader(
  { apiKey, apiSecret }: Pick<LivekitAccess, 'apiKey' | 'apiSecret'>,
  drift: () => number,
): ReadWebhook {
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  return async (body, authorization) => {
    // livekit-server-sdk 2.19 checks times by this machine's clock.
    const tolerance = toleranceSeconds + Math.ceil(Math.abs(drift()) / 1000);
    const received = await receiver
      .receive(body, authorization, false, tolerance)
      .then(ok<WebhookEvent>, whyNot);
    if (!received.ok) return received;
    const event = received.value;
    const kind = Object.hasOwn(kinds, event.event) ? kinds[event.event] : undefined;
    if (!kind || !event.room) return ok(null);
    const { participant, track } = event;
    const person = participant ? personIn(participant) : null;
    return ok({
      id: event.id,
      at: Number(event.createdAt) * 1000,
      kind,
      room: event.room.name,
      // With a track LiveKit 1.13 tells of the person no more than the identity.
      person: person && track ? { ...person, rights: 'untold', tracks: [trackIn(track)] } : person,
    });
  };
}

/** jose, on which the SDK builds, looks at times after the signature: these two LiveKit has signed. */
function whyNot(error: unknown): Result<never, Unreadable> {
  const { code, claim } = (error ?? {}) as { code?: unknown; claim?: unknown };
  if (code === 'ERR_JWT_EXPIRED') return err('late');
  return err(code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && claim === 'nbf' ? 'early' : 'unsigned');
}

const toleranceSeconds = 10;
