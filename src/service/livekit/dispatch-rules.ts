import type { SipClient } from 'livekit-server-sdk';

export type NewDispatchRule = {
  readonly trunkId: string;
  /** By which its maker knows it again. */
  readonly name: string;
  readonly room: string;
  readonly pin: string;
};
export type DispatchRule = Pick<NewDispatchRule, 'name' | 'room' | 'pin'> & { readonly id: string };

type Create = SipClient['createSipDispatchRule'];

/** No metadata: LiveKit hands it to everybody in the room, as the caller's. */
export const ruleRequest = ({ trunkId, name, room, pin }: NewDispatchRule): Parameters<Create> => [
  { type: 'direct', roomName: room, pin },
  // Without this the caller's number would be their identity, their name and an attribute.
  { name, trunkIds: [trunkId], hidePhoneNumber: true },
];

/** A rule of another kind, which is not ours, leads to no room. */
export function ruleIn({ sipDispatchRuleId, name, rule }: Awaited<ReturnType<Create>>): DispatchRule {
  const direct = rule?.rule.case === 'dispatchRuleDirect' ? rule.rule.value : null;
  return { id: sipDispatchRuleId, name, room: direct?.roomName ?? '', pin: direct?.pin ?? '' };
}
