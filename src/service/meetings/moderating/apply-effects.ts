import { err, ok, type Result } from '../../../shared/result.ts';
import { sameRights, type MediaRights } from '../../livekit/participants.ts';
import { runConcurrently } from '../../system/run-concurrently.ts';
import type { Effects } from './moderation-rules.ts';
import { writeRoomMetadata } from '../../../shared/room-metadata.ts';
import type { MeetingDeps } from '../deps.ts';
import { rightsOf } from './rights.ts';
import { personOf } from '../meeting-state.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'announcements'>;

const requestsAtOnce = 16;

/**
 * Makes LiveKit and the people concerned follow what the store already says. If LiveKit does not answer, the meeting
 * is reconciled until it has followed; only muting, which is stored nowhere, then fails.
 */
export async function applyEffects(
  deps: Deps,
  meetingId: string,
  room: string,
  effects: Effects,
): Promise<Result<void, 'media-unreachable'>> {
  const { store, media, announcements } = deps;
  const { admitted = [], refused = [], removed = [], hungUp = [], reset = [], metadata } = effects;
  const { mute = [], unmute = [] } = effects;
  if (admitted.length > 0) announcements.announce(meetingId, { type: 'admitted' }, admitted);
  if (refused.length > 0) announcements.end(meetingId, { type: 'refused' }, refused);
  if (removed.length > 0) announcements.end(meetingId, { type: 'ended', reason: 'removed' }, removed);
  let followed = true;
  await runConcurrently([...removed, ...hungUp], requestsAtOnce, async (identity) => {
    if (!(await media.removeParticipant(room, identity)).ok) followed = false;
  });
  if (!(await setRights(deps, meetingId, reset))) followed = false;
  if (unmute.length > 0) await letSpeak(deps, room, unmute);
  if (metadata && !(await writeMetadata(deps, meetingId))) followed = false;
  if (!followed) await store.bringForward(meetingId);
  return mute.length > 0 ? muteMicrophones(deps, room, mute) : ok();
}

/**
 * Sets the current rights of these people; false if LiveKit did not answer for all. Asks the store again afterwards:
 * if two calls change the same person at once, the request that reached LiveKit last may have carried the older
 * rights.
 */
export async function setRights(
  { store, media }: Pick<Deps, 'store' | 'media'>,
  meetingId: string,
  identities: readonly string[],
): Promise<boolean> {
  const sent = new Map<string, MediaRights>();
  const failed = new Set<string>();
  for (;;) {
    const state = identities.length === 0 ? null : await store.find(meetingId);
    if (!state) return true;
    const due = identities.flatMap((identity) => {
      const person = personOf(state, identity);
      if (!person || failed.has(identity)) return [];
      const rights = rightsOf(state, person);
      const before = sent.get(identity);
      return before && sameRights(before, rights) ? [] : [{ identity, rights }];
    });
    if (due.length === 0) return failed.size === 0;
    await runConcurrently(due, requestsAtOnce, async ({ identity, rights }) => {
      sent.set(identity, rights);
      if (!(await media.setRights(state.room, identity, rights)).ok) failed.add(identity);
    });
  }
}

/** Writes into the room what it says of the meeting; again, if that has changed in the meantime. */
export async function writeMetadata(
  { store, media }: Pick<Deps, 'store' | 'media'>,
  meetingId: string,
): Promise<boolean> {
  let written: string | null = null;
  for (;;) {
    const state = await store.find(meetingId);
    const text = state && writeRoomMetadata(state);
    if (!state || text === null || text === written) return true;
    if (!(await media.setRoomMetadata(state.room, text)).ok) return false;
    written = text;
  }
}

/**
 * Nobody else can unmute a caller: if LiveKit does not, the caller is disconnected and comes in on calling again.
 */
async function letSpeak(
  { media }: Pick<Deps, 'media'>,
  room: string,
  identities: readonly string[],
): Promise<void> {
  const listed = await media.listParticipants(room);
  if (!listed.ok) return;
  const callers = listed.value.filter(({ identity }) => identities.includes(identity));
  await runConcurrently(callers, requestsAtOnce, async ({ identity, tracks }) => {
    for (const { sid } of tracks.filter(({ muted }) => muted)) {
      if ((await media.unmuteTrack(room, identity, sid)).ok) continue;
      await media.removeParticipant(room, identity);
      return;
    }
  });
}

async function muteMicrophones(
  { media }: Pick<Deps, 'media'>,
  room: string,
  identities: readonly string[],
): Promise<Result<void, 'media-unreachable'>> {
  const listed = await media.listParticipants(room);
  if (!listed.ok) return listed;
  const open = listed.value
    .filter(({ identity }) => identities.includes(identity))
    .flatMap(({ identity, tracks }) =>
      tracks
        .filter(({ source, muted }) => source === 'microphone' && !muted)
        .map(({ sid }) => ({ identity, sid })),
    );
  let muted = true;
  await runConcurrently(open, requestsAtOnce, async ({ identity, sid }) => {
    if (!(await media.muteTrack(room, identity, sid)).ok) muted = false;
  });
  return muted ? ok() : err('media-unreachable');
}
