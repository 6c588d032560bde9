import type { Locator } from '@playwright/test';
import { test as plain } from './fixtures.ts';
import { expect, signInButton, test as base } from './sign-in/fixtures.ts';
import { desktopWith } from './support/system/default-browser.ts';
import { chooseListening, invitation, openMeeting } from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';

const test = base.extend({
  serviceEnv: async ({ provider }, provide) =>
    provide((serviceUrl) => ({
      ...provider.environment(serviceUrl),
      VISIO_HELP_DESK_EMAIL: 'assistance@visio.example',
    })),
});

/** What the app, and whoever it starts, print from now on. */
function printedBy({ electron }: RunningApp): () => string {
  let printed = '';
  const { stdout, stderr } = electron.process();
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return () => printed;
}

const soon = { timeout: 3_000 };
const click = async (button: Locator): Promise<void> => button.click();

test(
  'on a desktop without browser and mail program the app says so within three seconds, and prints no address',
  { tag: '@long' },
  async ({ launch, guard }) => {
    const { env } = await desktopWith(guard, []);
    const agent = await launch({ env });
    const printed = printedBy(agent);
    const { page } = agent;
    await answerQuestions(agent, 'yes');

    await click(page.getByRole('contentinfo').getByRole('link', { name: /data\.gouv\.fr/ }));
    await expect
      .poll(() => askedQuestions(agent), soon)
      .toEqual([expect.stringContaining('https://data.gouv.fr')]);
    const clipboard = await agent.electron.evaluate(({ clipboard: { readText } }) => readText());
    expect(clipboard).toBe('https://data.gouv.fr');

    await click(signInButton(page));
    await expect(page.getByText(/Aucun navigateur/).first()).toBeVisible(soon);
    await click(page.getByRole('button', { name: /^(Fermer|Annuler)$/ }).first());

    await click(page.getByRole('button', { name: "J'active mon matériel" }));
    await click(page.getByRole('button', { name: 'Préparer le rapport' }));
    await click(page.getByRole('button', { name: "Écrire à l'assistance" }));
    await expect(page.getByText("Aucun logiciel de courriel ne s'est ouvert.")).toBeVisible(soon);
    await expect(page.getByText(/Un courriel est ouvert/)).toHaveCount(0);
    expect(printed()).not.toMatch(/mailto:|https?:\/\/(?!127\.0\.0\.1:\d+\s)|code_challenge/);
  },
);

plain(
  'an invitation that no mail program takes is said, and stands in no output',
  { tag: '@long' },
  async ({ launch, guard }) => {
    const { env } = await desktopWith(guard, ['https']);
    const agent = await launch({ env });
    const printed = printedBy(agent);
    const { page } = agent;
    await openMeeting(page);
    await chooseListening(page);
    await click(page.getByRole('button', { name: 'Envoyer par courriel' }));
    await expect(page.getByText("Votre messagerie ne s'est pas ouverte.")).toBeVisible(soon);
    const code = (await invitation(page)).split('/').at(-1) ?? '';
    expect(printed()).not.toContain(code);
    expect(printed()).not.toContain('mailto:');
  },
);
