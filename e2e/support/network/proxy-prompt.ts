import type { ElectronApplication, Page } from '@playwright/test';
import { clickThatCloses } from '../app/click-that-closes.ts';
import { ownWindow } from '../page/own-window.ts';
import { proxyLogin } from './password-proxy.ts';

/** The window that asks for the proxy's password, another than the one before. */
export const promptOf = (electron: ElectronApplication, before?: Page): Promise<Page> =>
  ownWindow(electron, 'proxy-prompt', before);

export async function giveLogin(prompt: Page, password: string = proxyLogin.password): Promise<void> {
  await prompt.getByLabel("Nom d'utilisateur").fill(proxyLogin.user);
  await prompt.getByLabel('Mot de passe').fill(password);
  await clickThatCloses(prompt.getByRole('button', { name: 'Se connecter' }));
}
