import { forApp } from '../../e2e/support/page/journey.ts';
import { serviceApi } from '../../src/shared/service-api.ts';
import type { Setting } from '../lib/setting.ts';

/** Opens a meeting by the service's API; its participant link, as the desktop hands it to the app. */
export async function invitation({ stack }: Pick<Setting, 'stack'>): Promise<string> {
  const { path, replies } = serviceApi.openMeeting;
  const answer = await fetch(new URL(path, stack.serviceUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { meeting } = replies[201].parse(await answer.json());
  return forApp(meeting.links.participant);
}
