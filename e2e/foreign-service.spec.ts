import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, expectSignedIn, signInButton, test as base } from './sign-in/fixtures.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import {
  chooseListening,
  forApp,
  invitation,
  joinAs,
  openMeeting,
  receiveLink,
} from './support/page/journey.ts';
import { launchApp, type RunningApp } from './support/app/launch-app.ts';
import { onManagedMachine } from './support/system/managed-machine.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';

type Each = {
  /** In a meeting on `stack`, as whom the service verified. */
  readonly agent: RunningApp;
  /** An app on a service of its own, whose administrator allows these ones besides. */
  readonly launchElsewhere: (allowedServers: readonly string[]) => Promise<RunningApp>;
};
const test = base.extend<Each>({
  agent: async ({ launch, systemBrowser }, provide) => {
    const agent = await launch({ env: systemBrowser.env });
    await signInButton(agent.page).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(agent.page, 'Marie Gérard');
    await openMeeting(agent.page);
    await chooseListening(agent.page);
    await provide(agent);
  },
  launchElsewhere: async ({ stack, guard, electronRuntime }, provide) => {
    const discovery = await (await fetch(`${stack.serviceUrl}/.well-known/visio-agents`)).text();
    const own = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(discovery);
    }).listen(0, '127.0.0.1');
    await once(own, 'listening');
    const serverUrl = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
    const running: RunningApp[] = [];
    await provide(async (allowedServers) => {
      const policy = JSON.stringify({ allowedServers });
      const program = await onManagedMachine(
        checkoutProgram(electronRuntime),
        { 'policy.json': policy },
        guard,
      );
      const app = await launchApp({ program, serverUrl, guard });
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close()));
    own.close();
  },
});

const notYours = "Ce service n'est pas celui de votre administration";

/** How often a mark stands in the list of the two people of the meeting. */
async function expectMarks({ page }: RunningApp, marks: { readonly each: number }): Promise<void> {
  await page.getByRole('button', { name: /participants?$/ }).click();
  const list = page.getByRole('list', { name: 'Liste des participants' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByText('Modérateur')).toHaveCount(marks.each);
  await expect(list.getByRole('img', { name: 'Agent vérifié' })).toHaveCount(marks.each);
  // Of the guest, who is called like the agent.
  await expect(list.getByText('non vérifié')).toHaveCount(marks.each);
}

test(
  'a meeting on somebody else’s service says whose it is, and nothing of what that service says of people',
  { tag: '@long' },
  async ({ agent, launchElsewhere, stack }) => {
    const { host } = new URL(stack.serviceUrl);
    const guest = await launchElsewhere([]);
    const { page } = guest;
    await answerQuestions(guest, 'yes');
    await receiveLink(guest, forApp(await invitation(agent.page)));
    await expect(page.getByText(notYours)).toBeVisible();
    await expect(page.getByText(host, { exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Données personnelles' })).toHaveCount(0);
    await joinAs(page, 'Marie Gérard');
    await chooseListening(page);
    await expect(page.getByRole('banner').getByText(host)).toBeVisible();
    await page.getByRole('button', { name: 'Détails de la session' }).click();
    await expect(page.getByText('Bienvenue dans cette réunion improvisée.')).toHaveCount(0);

    await expectMarks(agent, { each: 1 });
    await expectMarks(guest, { each: 0 });
    // The app whose own service it is says nothing of its host.
    await expect(agent.page.getByRole('banner').getByText(host)).toHaveCount(0);
  },
);

test(
  'a meeting on a service that the administrator allows says where it is, and is believed about people',
  { tag: '@long' },
  async ({ agent, launchElsewhere, stack }) => {
    const { host } = new URL(stack.serviceUrl);
    const guest = await launchElsewhere([stack.serviceUrl]);
    const { page } = guest;
    await answerQuestions(guest, 'no');
    await receiveLink(guest, forApp(await invitation(agent.page)));
    await expect(page.getByText(host, { exact: true })).toBeVisible();
    await expect(page.getByText(notYours)).toHaveCount(0);
    expect(await askedQuestions(guest)).toEqual([]);
    await joinAs(page, 'Marie Gérard');
    await chooseListening(page);
    await expect(page.getByRole('banner').getByText(host)).toBeVisible();
    await page.getByRole('button', { name: 'Détails de la session' }).click();
    await expect(page.getByText('Bienvenue dans cette réunion improvisée.')).toBeVisible();
    await expectMarks(guest, { each: 1 });
  },
);
