import { WebhookReceiver } from 'livekit-server-sdk';
import type { LivekitAccess } from './livekit-clients.ts';
import { personIn, trackIn, type MediaPerson } from './livekit-people.ts';

/** What LiveKit says has happened: a hint, which may come late, twice or never. */
export type MediaHint = {
  readonly id: string;
  /** Ms since 1970, by LiveKit's clock; in whole seconds. */
  readonly at: number;
  readonly kind: 'came' | 'left' | 'sends' | 'room-gone';
  readonly room: string;
  readonly person: MediaPerson | null;
};

const kinds: Readonly<Record<string, MediaHint['kind']>> = {
  participant_joined: 'came',
  participant_left: 'left',
  track_published: 'sends',
  room_finished: 'room-gone',
};

/** Answers null for what is signed and of no interest. @throws {Error} for what LiveKit has not signed. */
export type ReadWebhook = (body: string, authorization: string) => Promise<MediaHint | null>;

/** `drift`: how far (ms) this machine's clock is from the one by which tokens are dated elsewhere. */
export function createWebhookReader(
  { apiKey, apiSecret }: Pick<LivekitAccess, 'apiKey' | 'apiSecret'>,
  drift: () => number,
): ReadWebhook {
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  return async (body, authorization) => {
    // livekit-server-sdk 2.19 checks times by this machine's clock.
    const tolerance = toleranceSeconds + Math.ceil(Math.abs(drift()) / 1000);
    const event = await receiver.receive(body, authorization, false, tolerance);
    const kind = Object.hasOwn(kinds, event.event) ? kinds[event.event] : undefined;
    if (!kind || !event.room) return null;
    const { participant, track } = event;
    const person = participant ? personIn(participant) : null;
    return {
      id: event.id,
      at: Number(event.createdAt) * 1000,
      kind,
      room: event.room.name,
      // With a track LiveKit 1.13 tells of the person no more than the identity.
      person: person && track ? { ...person, rights: 'untold', tracks: [trackIn(track)] } : person,
    };
  };
}

const toleranceSeconds = 10;
