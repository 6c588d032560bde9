import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, invitation, joinAs, openMeeting, receiveLink } from './support/journey.ts';
import { answerQuestions } from './support/questions.ts';

test(
  'a meeting on somebody else’s service says whose it is, and nothing of what that service says of people',
  { tag: '@long' },
  async ({ launch, stack }) => {
    const discovery = await (await fetch(`${stack.serviceUrl}/.well-known/visio-agents`)).text();
    const own = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(discovery);
    }).listen(0, '127.0.0.1');
    await once(own, 'listening');
    const ownUrl = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
    const { host } = new URL(stack.serviceUrl);

    const agent = await launch();
    await openMeeting(agent.page);
    await chooseListening(agent.page);
    const link = forApp(await invitation(agent.page));

    const guest = await launch({ env: { VISIO_SERVER_URL: ownUrl } });
    const { page } = guest;
    await answerQuestions(guest, 'yes');
    await receiveLink(guest, link);
    const warning = page.getByText("Ce service n'est pas celui de votre administration");
    await expect(warning).toBeVisible();
    await expect(page.getByText(host, { exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Données personnelles' })).toHaveCount(0);
    await joinAs(page, 'Paul');
    await chooseListening(page);
    await expect(page.getByRole('banner').getByText(host)).toBeVisible();
    await page.getByRole('button', { name: 'Détails de la session' }).click();
    await expect(page.getByText('Bienvenue dans cette réunion improvisée.')).toHaveCount(0);

    for (const [app, marks] of [
      [agent, 1],
      [guest, 0],
    ] as const) {
      await app.page.getByRole('button', { name: /participants?$/ }).click();
      const list = app.page.getByRole('list', { name: 'Liste des participants' });
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await expect(list.getByText('Modérateur')).toHaveCount(marks);
    }
    // The app whose own service it is says nothing of its host.
    await expect(agent.page.getByRole('banner').getByText(host)).toHaveCount(0);
    own.close();
  },
);
