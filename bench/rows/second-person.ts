import { AccessToken } from 'livekit-server-sdk';
import { serviceApi } from '../../src/shared/service-api.ts';
import type { Measured } from '../lib/launch.ts';
import type { Setting } from '../lib/setting.ts';
import type { Side } from './joining.ts';

const name = 'Marie Gérard';

/**
 * A media token for a second person. The app's meeting is entered by its link, as everybody enters it: whom the service
 * has not admitted it removes from the room. The bare page's room belongs to nobody.
 */
export function secondPerson(
  { stack }: Pick<Setting, 'stack'>,
  side: Side,
  running: Measured,
  room: string,
): Promise<string> {
  if (side === 'app') return admitted(stack.serviceUrl, running);
  const token = new AccessToken(stack.apiKey, stack.apiSecret, { identity: 'other', name });
  token.addGrant({ roomJoin: true, room });
  return token.toJwt();
}

async function admitted(serviceUrl: string, running: Measured): Promise<string> {
  const link = await running.evaluate<string>(
    `[...document.querySelectorAll('a')].find((each) => each.textContent.includes('Lien Participant')).href`,
  );
  const { path, replies } = serviceApi.join;
  const answer = await fetch(new URL(path, serviceUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: link.split('/').at(-1), displayName: name }),
  });
  return replies[200].parse(await answer.json()).livekitToken;
}
