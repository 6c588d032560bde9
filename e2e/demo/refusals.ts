import { expect } from '@playwright/test';
import type { Stack } from '../../scripts/stack/start-stack.ts';
import type { AppOptions, RunningApp } from '../support/app/launch-app.ts';
import {
  chooseListening,
  chooseMicrophone,
  forApp,
  invitation,
  joinAs,
  openMeeting,
  receiveLink,
} from '../support/page/journey.ts';
import type { Recorder } from './recorder.ts';

type Refusals = {
  readonly recorder: Recorder;
  readonly stack: Stack;
  readonly launch: (options: AppOptions) => Promise<RunningApp>;
};

/** What is said when something is missing, refused or away; the service has two seats a meeting. */
export async function playRefusals({ recorder, stack, launch }: Refusals): Promise<void> {
  const { step, picture } = recorder;
  const app = await launch({ microphone: null });
  const { page } = app;

  await step('a link that is none gets a message', async () => {
    await receiveLink(app, `visio-agents://${new URL(stack.serviceUrl).host}/r/faux`);
    await expect(page.getByRole('heading', { name: "Ce lien n'est pas celui d'une réunion." })).toBeVisible();
    await picture(page, 'link-refused');
    await page.getByRole('button', { name: "Retour à l'accueil" }).click();
  });
  await step('without a service, opening says so and can be tried again', async () => {
    await stack.killService();
    await openMeeting(page);
    await expect(page.getByRole('heading', { name: 'Le service de réunion ne répond pas.' })).toBeVisible();
    await picture(page, 'service-away');
    await stack.restartService();
    await page.getByRole('button', { name: /Réessayer/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
  await step('« Microphone » without one leads to the page that helps', async () => {
    await chooseMicrophone(page);
    await expect(page.getByText(/Aucun micro/).first()).toBeVisible();
    await picture(page, 'no-microphone');
    await page.getByRole('button', { name: "J'ai terminé" }).click();
  });
  await step('a meeting that is full says so', async () => {
    const link = forApp(await invitation(page));
    const second = await launch({ link });
    await joinAs(second.page, 'Marie Gérard');
    await chooseListening(second.page);
    const third = await launch({ link });
    await expect(third.page.getByText(/La réunion est complète/).first()).toBeVisible();
    await picture(third.page, 'full');
  });
  await step('a link to another meeting asks first', async () => {
    const other = await launch({});
    await openMeeting(other.page);
    await chooseListening(other.page);
    await receiveLink(app, forApp(await invitation(other.page)));
    await expect(page.getByRole('dialog', { name: 'Vous êtes déjà en réunion' })).toBeVisible();
    await picture(page, 'already-in-a-meeting');
  });
}
