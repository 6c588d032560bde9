import { expect, test } from './fixtures.ts';
import { meetingOfTwo } from './support/page/journey.ts';

test('a guest joins by the link that the agent copied, and each hears the other', async ({ launch }) => {
  const { agent, guest } = await meetingOfTwo(launch);
  await expect(agent.page.getByText('Marie Gérard', { exact: true })).toBeVisible();
  await expect(guest.page.getByText('Agent', { exact: true })).toBeVisible();
  await expect(guest.page.getByText('2/100')).toBeVisible();
});
