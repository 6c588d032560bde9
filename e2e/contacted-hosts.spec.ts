import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './fixtures.ts';
import { meetingOfTwo } from './support/page/journey.ts';
import { startRecordingProxy } from './support/network/recording-proxy.ts';

test('@long a proxy sees no host but the service and LiveKit, in a minute at home and in a meeting', async ({
  launch,
  stack,
}) => {
  test.setTimeout(240_000);
  const proxy = await startRecordingProxy();
  // Chromium never asks a proxy for loopback hosts unless told to.
  const switches = [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'];
  const { page } = await launch({ switches });
  await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
  await wait(60_000); // the minute that the rule is about
  await meetingOfTwo(launch, { switches });
  const allowed = [new URL(stack.serviceUrl).host, new URL(stack.livekitUrl).host];
  expect([...new Set(proxy.asked)].toSorted()).toEqual(allowed.toSorted());
  proxy.close();
});
