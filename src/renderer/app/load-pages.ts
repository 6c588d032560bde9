import type { OverlayPage } from '../ui/navigation/navigation-store.ts';
import { preloadable } from '../ui/preloadable.tsx';

// LiveKit is most of the code and no part of the first screen: home fetches it while idle.
const room = preloadable(async () => (await import('../features/room/RoomPage.tsx')).RoomPage);
const loadWarmUp = () => import('../features/session/connection/prepare-connection.ts');
export const RoomPage = room.Page;

/** The pages that a click or a failure leads to. All are loaded while home is idle, because then may be too late. */
export const pages = {
  ending: preloadable(async () => (await import('./endings/EndingPage.tsx')).EndingPage),
  devices: preloadable(async () => (await import('../features/devices/DevicesPage.tsx')).DevicesPage),
  settings: preloadable(async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage),
  accessibility: preloadable(
    async () => (await import('./help/AccessibilityStatementPage.tsx')).AccessibilityStatementPage,
  ),
  shortcuts: preloadable(async () => (await import('./help/ShortcutsPage.tsx')).ShortcutsPage),
} satisfies Record<OverlayPage['name'] | 'ending', unknown>;

/** Everything the next click may need, the meeting first; `livekitUrl` is where its media will come from. */
export async function prepareMeeting(livekitUrl: string): Promise<void> {
  const [{ prepareConnection }] = await Promise.all([loadWarmUp(), room.preload()]);
  await prepareConnection(livekitUrl);
}

export const preparePages = (): Promise<void[]> =>
  Promise.all(Object.values(pages).map((page) => page.preload()));
