import type { ElectronApplication, Page } from '@playwright/test';
import { clickThatCloses } from '../app/click-that-closes.ts';
import { proxyLogin } from './password-proxy.ts';

/** The window that asks for the proxy's password, another than the one before. */
export async function promptOf(electron: ElectronApplication, before?: Page): Promise<Page> {
  const isPrompt = (page: Page): boolean => page !== before && page.url().startsWith('app://proxy-prompt/');
  return electron.windows().find(isPrompt) ?? electron.waitForEvent('window', isPrompt);
}

export async function giveLogin(prompt: Page, password: string = proxyLogin.password): Promise<void> {
  await prompt.getByLabel("Nom d'utilisateur").fill(proxyLogin.user);
  await prompt.getByLabel('Mot de passe').fill(password);
  await clickThatCloses(prompt.getByRole('button', { name: 'Se connecter' }));
}
