import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack, type Stack } from './start-stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ serviceEnv: { VISIO_MAX_PARTICIPANTS: '5' } });
});
afterAll(() => stack.stop());

const discovery = async () =>
  (await fetch(`${stack.serviceUrl}/.well-known/visio-agents`)).json() as Promise<{
    limits: { maxParticipants: number };
  }>;

test('the service has the limits that were asked for', async () => {
  expect((await discovery()).limits.maxParticipants).toBe(5);
});

test('a killed service stays down until it is restarted, and knows its meetings then', async () => {
  const open = await fetch(`${stack.serviceUrl}/api/v1/meetings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { meeting } = (await open.json()) as { meeting: { id: string; links: { participant: string } } };
  await stack.killService();
  await expect(discovery()).rejects.toThrow('fetch failed');
  await stack.restartService();
  const lookup = await fetch(`${stack.serviceUrl}/api/v1/invitations/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: meeting.links.participant.split('/').at(-1) }),
  });
  expect(await lookup.json()).toMatchObject({ meetingId: meeting.id });
});

test('a killed LiveKit comes back where it was', async () => {
  const before = stack.pids.livekit;
  const isUp = () =>
    fetch(stack.livekitUrl.replace('ws:', 'http:')).then(
      () => true,
      () => false,
    );
  await stack.killLivekit();
  expect(await isUp()).toBe(false);
  await stack.restartLivekit();
  expect(await isUp()).toBe(true);
  expect(stack.pids.livekit).not.toBe(before);
});
