import type { Admission } from '../../shared/meeting.ts';
import { peopleOf } from './moderator.ts';
import { startTestService } from './test-service.ts';

/** A meeting whose opener is in the room with others, who came by these links, on a service with a LiveKit that obeys. */
export async function meetingInside<const L extends readonly ('participant' | 'moderator')[]>(
  links: L,
  environment: NodeJS.ProcessEnv = {},
) {
  const service = await startTestService(environment);
  const people = peopleOf(service);
  const opener = await service.open();
  const others: Admission[] = [];
  for (const link of links) others.push(await service.join(opener.meeting.links[link] ?? ''));
  for (const each of [opener, ...others]) people.enter(each);
  await service.sweep();
  return { service, opener, others: others as unknown as { readonly [K in keyof L]: Admission }, ...people };
}
