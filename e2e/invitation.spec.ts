import { expect, test } from './fixtures.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { desktopWith } from './support/system/default-browser.ts';
import { chooseListening, invitation, openMeeting } from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';

const clipboardOf = ({ electron }: RunningApp): Promise<string> =>
  askMain(electron, ({ clipboard }) => clipboard.readText());

/** Replaces the system's menu by what a user does with it: choosing the item of this name. */
const willChoose = ({ electron }: RunningApp, label: string): Promise<void> =>
  tellMain(
    electron,
    ({ Menu }, wanted: string) => {
      Menu.prototype.popup = function popup() {
        const item = this.items.find((each) => each.label === wanted);
        if (!item) throw new Error(`no « ${wanted} » in ${this.items.map((each) => each.label).join(', ')}`);
        item.click();
      };
    },
    label,
  );

test('the agent copies each link by button, by left click and by right click', async ({ launch, stack }) => {
  const agent = await launch();
  const { page } = agent;
  await openMeeting(page);
  await chooseListening(page);
  for (const role of ['Modérateur', 'Participant'] as const) {
    const address = await invitation(page, role);
    expect(address).toMatch(new RegExp(`^${stack.serviceUrl}/r/[A-Za-z0-9_-]{30}$`));
    await page.getByRole('link', { name: `Lien ${role}` }).click();
    await expect.poll(() => clipboardOf(agent)).toBe(address);
  }
  const participant = await invitation(page, 'Participant');
  // Nothing is left of the left clicks: what stands there next was copied by the right one.
  await tellMain(agent.electron, ({ clipboard }) => clipboard.clear());
  await willChoose(agent, 'Copier le lien');
  await page.getByRole('link', { name: 'Lien Participant' }).click({ button: 'right' });
  await expect.poll(() => clipboardOf(agent)).toBe(participant);
  await page.getByRole('button', { name: /Copier le lien.*Modérateur/ }).click();
  await expect.poll(() => clipboardOf(agent)).toBe(await invitation(page, 'Modérateur'));
  // Another card may still say so of what was copied from it a moment before.
  const card = page.locator('.link-card', { has: page.getByRole('link', { name: 'Lien Modérateur' }) });
  await expect(card.getByRole('button', { name: 'Copié' })).toBeVisible();
});

test('the ready-made invitation never holds the moderator link', async ({ launch, guard }) => {
  const desktop = await desktopWith(guard, ['mailto']);
  const agent = await launch({ env: desktop.env });
  const { page } = agent;
  await openMeeting(page);
  await chooseListening(page);
  await page.getByRole('button', { name: "Copier l'invitation" }).click();
  const participant = await invitation(page, 'Participant');
  await expect.poll(() => clipboardOf(agent)).toContain(participant);
  const text = await clipboardOf(agent);
  expect(text).not.toContain(await invitation(page, 'Modérateur'));
  // There is no web client yet to promise.
  expect(text).toContain("sans compte, sur un ordinateur qui a l'application Visio-Agents");
  expect(text).not.toContain('navigateur');
  expect(text.length).toBeLessThanOrEqual(700);

  await page.getByRole('button', { name: 'Envoyer par courriel' }).click();
  await expect.poll(desktop.opened).not.toBe('');
  const mail = new URL(await desktop.opened());
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('body')).toContain(participant);
  // RFC 6068: so a line of the body ends.
  expect(mail.search).toContain('%0D%0A');
  expect(mail.search.replaceAll('%0D%0A', '')).not.toContain('%0A');
});
