import type { Locator } from '@playwright/test';
import type { RunningApp } from '../app/launch-app.ts';

/** « J'active mon matériel », from home or a meeting's menu of devices. */
export const openEquipment = ({ page }: RunningApp): Promise<void> =>
  page.getByRole('button', { name: "J'active mon matériel" }).first().click();
/** What it says of one kind of device. */
export const card = ({ page }: RunningApp, name: 'Microphone' | 'Caméra' | 'Haut-parleurs'): Locator =>
  page.getByRole('dialog', { name: "J'active mon matériel" }).getByRole('region', { name });
