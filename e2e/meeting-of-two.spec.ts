import { expect, test } from './fixtures.ts';
import {
  chooseMicrophone,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/journey.ts';

test('a guest joins by the link that the agent copied, and each hears the other', async ({ launch }) => {
  const agent = await launch({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ microphone: 880, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseMicrophone(guest.page);
  // Both ways: one direction alone would not prove that each publishes and receives.
  await expectToHear(guest, 440);
  await expectToHear(agent, 880);
  await expect(agent.page.getByText('Marie Gérard').first()).toBeVisible();
});
