import { comeBackForEver } from '../scripts/cluster/attacks/modified-client.ts';
import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { admission } from '../src/shared/meeting.ts';
import { expect, test } from './fixtures.ts';
import { expectToHear, invitation, speakerAndListener } from './support/page/journey.ts';

/** More than this in a meeting that moves on purpose is a fault, whatever the machine has to do. */
const longestSilenceMs = 3000;

test(
  'where a removed person comes back the meeting moves, and who listens hears nothing for about a second',
  { tag: '@long' },
  async ({ launch, stack }) => {
    test.setTimeout(120_000);
    const { agent, guest } = await speakerAndListener(launch);
    const call = meetingCalls(stack.serviceUrl);
    const joinBy = async (link: string, displayName: string) =>
      admission.parse(await call('join', { code: link.split('/').at(-1) ?? '', displayName }));
    const moderator = await joinBy(await invitation(agent.page, 'Modérateur'), 'Modératrice');
    const thief = await joinBy(await invitation(agent.page), 'Voleur');
    const client = comeBackForEver({ livekitUrl: stack.livekitUrl, token: thief.livekitToken });
    await expect.poll(() => client.isIn()).toBe(true);

    const pauses = guest.sound.watchForPauses();
    const removal = { action: 'remove', target: thief.participant.identity } as const;
    await call('moderate', removal, moderator.participationToken);
    // Their tokens lead nowhere: the old room is gone.
    await expect.poll(() => client.refusals(), { timeout: 20_000 }).toBeGreaterThan(20);
    expect(client.isIn()).toBe(false);
    await expectToHear(guest, 440);
    const silence = await pauses.stop();
    await client.stop();
    console.log(`the guest heard nothing for ${silence} ms`);
    expect(silence).toBeGreaterThan(0);
    expect(silence).toBeLessThan(longestSilenceMs);
    await expect(agent.page.getByText(/Connexion perdue/)).toBeHidden();
    await expect(guest.page.getByText(/Connexion perdue/)).toBeHidden();
  },
);
