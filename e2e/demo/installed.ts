import { once } from 'node:events';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';
import type { Stack } from '../../scripts/stack/start-stack.ts';
import { describeSandbox } from '../packaged/app-processes.ts';
import type { InstalledDeb } from '../packaged/deb.ts';
import type { OrdinaryUser } from '../packaged/ordinary-user.ts';
import { readEntry, userDesktop } from '../packaged/user-desktop.ts';
import type { AppOptions, RunningApp } from '../support/app/launch-app.ts';
import { chooseListening, forApp, invitation, openMeeting } from '../support/page/journey.ts';
import type { Recorder } from './recorder.ts';

type Played = {
  readonly recorder: Recorder;
  readonly guard: Guard;
  readonly user: OrdinaryUser;
  readonly stack: Stack;
  readonly launch: (options: AppOptions) => Promise<RunningApp>;
};
const title = 'Rejoindre la réunion';

/** One step: who runs the packaged app, and in what sandbox. */
export async function playSandbox({ recorder, user, launch }: Played): Promise<void> {
  await recorder.step("the packaged app runs without any right, its page in Chromium's sandbox", async () => {
    const app = await launch({});
    await expect(app.page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
    const found = await describeSandbox(app.pid, user.uid);
    await app.close();
    return found;
  });
}

/** Four steps: what the desktop of a user makes of the installed package. */
export async function playDesktop(
  { recorder, guard, user, stack, launch }: Played,
  deb: InstalledDeb,
): Promise<void> {
  const { step, picture } = recorder;
  const desktop = userDesktop(guard, user);
  const server = { VISIO_SERVER_URL: stack.serviceUrl };
  await step('its menu entry is valid, and what it names is there', async () => {
    const file = deb.files.find((each) => each.endsWith('.desktop')) ?? '';
    const { code, stdout } = await run(guard, 'desktop-file-validate', [file]);
    expect(code, stdout).toBe(0);
    const entry = await readEntry(file);
    await access(entry.get('Exec')?.split(' ')[0]?.replaceAll('"', '') ?? '');
    const icons = deb.files.filter(
      (each) => path.parse(each).name === entry.get('Icon') && each.includes('/icons/'),
    );
    expect(icons.length).toBeGreaterThan(0);
    return `${entry.get('Name')}, ${entry.get('Exec')}, ${icons.length} icons`;
  });
  await step('the desktop gives it the links of visio-agents:', async () => {
    expect(await desktop.handlerOf('visio-agents')).toBe('visio-agents.desktop');
  });
  const agent = await launch({});
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  const link = forApp(await invitation(agent.page));
  await step('a link that is opened on the desktop starts it on the join page', async () => {
    const started = performance.now();
    const opener = desktop.open(link, server);
    const shown = await desktop.window(title);
    const milliseconds = Math.round(performance.now() - started);
    desktop.close(opener);
    return `« ${shown} » ${milliseconds} ms after xdg-open`;
  });
  await step('the same link reaches it while it runs', async () => {
    // Where the app keeps its data when nobody says otherwise: the start by the desktop must find this one there.
    const running = await launch({ userData: path.join(user.home, '.config', 'Visio-Agents') });
    await expect(running.page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
    const opener = desktop.open(link, server);
    const [code] = await once(opener, 'exit');
    expect(code).toBe(0);
    await expect(running.page.getByRole('heading', { name: title })).toBeVisible();
    await picture(running.page, 'installed-join');
    await running.close();
  });
  await agent.close();
}
