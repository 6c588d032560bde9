import { preloadable } from '../ui/preloadable.tsx';

// LiveKit is most of the code and no part of the first screen: home fetches it while idle.
const room = preloadable(async () => (await import('../features/room/RoomPage.tsx')).RoomPage);
const ending = preloadable(async () => (await import('./endings/EndingPage.tsx')).EndingPage);
const devices = preloadable(async () => (await import('../features/devices/DevicesPage.tsx')).DevicesPage);
const accessibility = preloadable(
  async () => (await import('./help/AccessibilityStatementPage.tsx')).AccessibilityStatementPage,
);
const shortcuts = preloadable(async () => (await import('./help/ShortcutsPage.tsx')).ShortcutsPage);
const settings = preloadable(
  async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
);
const loadWarmUp = () => import('../features/session/connection/warm-up.ts');

export const RoomPage = room.Page;
export const EndingPage = ending.Page;
export const DevicesPage = devices.Page;
export const AccessibilityStatementPage = accessibility.Page;
export const ShortcutsPage = shortcuts.Page;
export const SettingsPage = settings.Page;

/** Everything the next click may need, the meeting first; `livekitUrl` is where its media will come from. */
export async function prepareMeeting(livekitUrl: string): Promise<void> {
  const [{ warmUp }] = await Promise.all([loadWarmUp(), room.preload()]);
  await warmUp(livekitUrl);
}

/** The pages that a failure leads to, because then may be too late to fetch them. */
export const preparePages = (): Promise<void[]> =>
  Promise.all([ending, devices, accessibility, shortcuts, settings].map((page) => page.preload()));
