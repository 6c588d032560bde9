import { expect } from '@playwright/test';
import { blue, orange } from '../support/media/camera.ts';
import type { AppOptions, RunningApp } from '../support/app/launch-app.ts';
import { askMain } from '../support/app/main-process.ts';
import {
  chooseMicrophone,
  endForAll,
  forApp,
  invitation,
  joinAs,
  leave,
  openMeeting,
} from '../support/page/journey.ts';
import { expectPicture, heardTone, spokenTone } from './measure.ts';
import type { Recorder } from './recorder.ts';

type Demo = {
  readonly recorder: Recorder;
  readonly launch: (options: AppOptions) => Promise<RunningApp>;
};
const dead = "Cette réunion est terminée ou n'existe pas.";

/** The journey of a temporary meeting, as an agent and a guest live it. */
export async function playJourney({ recorder, launch }: Demo): Promise<void> {
  const { step, picture } = recorder;
  let agent!: RunningApp;
  let guest!: RunningApp;
  let link = '';
  const clipboard = (): Promise<string> =>
    askMain(agent.electron, (electron) => electron.clipboard.readText());

  await step('the app starts on its home page', async () => {
    agent = await launch({ microphone: spokenTone.agent, camera: orange });
    await expect(agent.page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
    await expect(agent.page.getByText('Haut-parleurs')).toBeVisible();
  });
  await picture(agent.page, 'home');
  await step('home in English, and back in French', async () => {
    await agent.page.getByRole('button', { name: 'en', exact: true }).click();
    await expect(agent.page.getByRole('button', { name: 'Open a temporary meeting' })).toBeVisible();
    await picture(agent.page, 'home-english');
    await agent.page.getByRole('button', { name: 'fr', exact: true }).click();
  });
  await step('home in the dark', async () => {
    await agent.page.emulateMedia({ colorScheme: 'dark' });
    await picture(agent.page, 'home-dark');
    await agent.page.emulateMedia({ colorScheme: 'light' });
  });
  await step('a wrong link is refused where it was pasted', async () => {
    await agent.page.getByRole('textbox', { name: /lien/i }).fill('https://visio.example/r/faux');
    await agent.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    await expect(
      agent.page.getByText(/n'est pas celui d'une réunion|lien complet|en entier/).first(),
    ).toBeVisible();
    await picture(agent.page, 'home-wrong-link');
  });
  await step("« J'active mon matériel » shows microphone, camera and speaker", async () => {
    await agent.page.getByRole('button', { name: "J'active mon matériel" }).click();
    await expect(agent.page.getByRole('heading', { name: "J'active mon matériel" })).toBeVisible();
    await picture(agent.page, 'devices');
    await agent.page.getByRole('button', { name: "J'ai terminé" }).click();
  });
  await step('one click opens the meeting and asks how to join it', async () => {
    await openMeeting(agent.page);
    await expect(
      agent.page.getByRole('dialog', { name: 'Comment désirez-vous rejoindre la réunion' }),
    ).toBeVisible();
    await expect(agent.page.getByText('Microphone utilisé')).toBeVisible();
  });
  await picture(agent.page, 'how-to-join');
  await step('« Microphone » publishes the microphone', async () => {
    await chooseMicrophone(agent.page);
    await expect(agent.page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  });
  await picture(agent.page, 'meeting-alone-with-details');
  await step('« Lien Participant » is copied by its button', async () => {
    link = await invitation(agent.page);
    await agent.page.getByRole('button', { name: /Copier le lien.*Participant/ }).click();
    await expect.poll(clipboard).toBe(link);
    await picture(agent.page, 'link-copied');
  });
  await step('the guest opens the link and reads where it leads', async () => {
    guest = await launch({ microphone: spokenTone.guest, camera: blue, link: forApp(link) });
    await expect(guest.page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
  });
  await picture(guest.page, 'join');
  await step('the guest joins with a name and the microphone', async () => {
    await joinAs(guest.page, 'Marie Gérard');
    await expect(guest.page.getByRole('dialog').getByText('Microphone utilisé')).toBeVisible();
    await picture(guest.page, 'guest-how-to-join');
    await chooseMicrophone(guest.page);
  });
  await step("the agent's tone comes out of the guest's speaker", () => heardTone(guest, spokenTone.agent));
  await step("the guest's tone comes out of the agent's speaker", () => heardTone(agent, spokenTone.guest));
  await step('both show their camera', async () => {
    for (const { page } of [agent, guest])
      await page.getByRole('button', { name: 'Activer la caméra' }).click();
  });
  await step("the guest sees the agent's picture", () => expectPicture(guest.page, orange));
  await step("the agent sees the guest's picture", () => expectPicture(agent.page, blue));
  await picture(agent.page, 'meeting-of-two');
  await step('the people of the meeting are listed', async () => {
    await agent.page.getByRole('button', { name: 'Participants', exact: true }).click();
    await expect(agent.page.getByRole('complementary').getByText('Marie Gérard')).toBeVisible();
    await picture(agent.page, 'people');
  });
  await step('the guest leaves, and comes back by one click', async () => {
    await leave(guest.page);
    await picture(guest.page, 'left');
    await guest.page.getByRole('button', { name: 'Revenir dans la réunion en cours' }).click();
    await expect(guest.page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  });
  await step('the agent ends the meeting for everybody', async () => {
    await endForAll(agent.page, (name) => picture(agent.page, name));
    await expect(guest.page.getByRole('heading', { name: /terminée/ })).toBeVisible();
  });
  await picture(agent.page, 'ended-by-moderator');
  await picture(guest.page, 'ended-for-guest');
  await step('the link is dead with its meeting', async () => {
    const late = await launch({ link: forApp(link) });
    await expect(late.page.getByText(dead)).toBeVisible();
    await picture(late.page, 'dead-link');
    await late.close();
  });
}
