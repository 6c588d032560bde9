import { runConcurrently } from '../../system/run-concurrently.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from '../rooms/room-name.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'telephone' | 'instanceName' | 'randomBytes'>;

const requestsAtOnce = 4;

/**
 * Reconciles LiveKit's dispatch rules with those that should exist: rules that belong to no open and unlocked meeting
 * of ours are deleted, missing ones created. Other services' rules on the trunk are left alone.
 */
export async function reconcileDispatchRules(deps: Deps): Promise<void> {
  const { store, media, telephone, instanceName } = deps;
  if (!telephone) return;
  const listed = await media.listDispatchRules(telephone.trunkId);
  if (!listed.ok) return;
  // Read after LiveKit's list: a meeting is stored before its rule exists, so that a meeting missing here is over.
  const wanted = await store.expectedRooms();
  await keepAsking(deps, listed.value);

  const ours = listed.value.filter(({ name }) => isOurRoom(name, instanceName));
  const needless = ours.filter(({ room }) => !wanted.get(room)?.dials);
  await runConcurrently(
    needless,
    requestsAtOnce,
    async ({ id }) => void (await media.deleteDispatchRule(id)),
  );
  const led = new Set(ours.map(({ room }) => room));
  const missing = [...wanted].filter(([room, { dials }]) => dials && !led.has(room));
  await runConcurrently(missing, requestsAtOnce, async ([room, { meetingId }]) => {
    await store.update(meetingId, (state) => ({
      state:
        state.telephone?.rule?.room === room
          ? { ...state, telephone: { ...state.telephone, rule: null } }
          : state,
      answer: null,
    }));
    await telephone.reconcileRule(meetingId);
  });
}

/**
 * LiveKit (1.13.5) hangs up silently if no rule of the trunk has a PIN. A rule that leads nowhere, with a PIN that no
 * telephone can dial, makes it ask callers for theirs, and tell them that it is wrong, even while no meeting is open.
 */
async function keepAsking(
  { media, telephone, instanceName, randomBytes }: Deps,
  rules: readonly { readonly name: string }[],
): Promise<void> {
  const name = `va-${instanceName}-nowhere`;
  if (!telephone || rules.some((rule) => rule.name === name)) return;
  const pin = `none-${randomBytes(16).toString('hex')}`;
  await telephone.inTurn(() =>
    media.createDispatchRule({ trunkId: telephone.trunkId, name, room: name, pin }),
  );
}
