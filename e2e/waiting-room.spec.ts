import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, receiveLink } from './support/page/journey.ts';

test.describe('with a waiting room', () => {
  test('a guest waits until a moderator lets them in, or reads that they did not', async ({
    launch,
    stack,
  }) => {
    const call = meetingCalls(stack.serviceUrl);
    const { meeting, participationToken: token } = await call('openMeeting', {});
    /** Whoever moderates has a seat, and this one is in no room to keep it. */
    const takeSeat = () => call('rejoin', {}, token);
    await call('moderate', { action: 'set-waiting-room', on: true }, token);

    const guest = await launch({ link: forApp(meeting.links.participant) });
    const askToEnter = async (): Promise<void> => {
      await guest.page.getByLabel('Votre nom').fill('Marie Gérard');
      await guest.page.getByRole('button', { name: 'Rejoindre' }).click();
      await expect(
        guest.page.getByRole('heading', { name: "Vous êtes dans la salle d'attente." }),
      ).toBeVisible();
    };
    await askToEnter();
    await guest.page.getByRole('button', { name: "Quitter la salle d'attente" }).click();
    await takeSeat();
    await expect.poll(() => call('waiting', undefined, token)).toEqual([]);

    await takeSeat();
    await receiveLink(guest, forApp(meeting.links.participant));
    await askToEnter();
    expect(await call('waiting', undefined, token)).toMatchObject([{ displayName: 'Marie Gérard' }]);
    await takeSeat();
    await call('moderate', { action: 'refuse', target: 'all' }, token);
    await expect(guest.page.getByText("Un modérateur n'a pas accepté votre demande.")).toBeVisible();

    const other = await launch({ link: forApp(meeting.links.participant) });
    await other.page.getByLabel('Votre nom').fill('Paul');
    await other.page.getByRole('button', { name: 'Rejoindre' }).click();
    await expect(
      other.page.getByRole('heading', { name: "Vous êtes dans la salle d'attente." }),
    ).toBeVisible();
    await takeSeat();
    await call('moderate', { action: 'admit', target: 'all' }, token);
    await chooseListening(other.page);
    await expect(other.page.getByRole('button', { name: 'Quitter' })).toBeVisible();
  });
});
