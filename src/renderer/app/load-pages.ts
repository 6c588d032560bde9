import { lazy } from 'react';

// LiveKit is most of the code and no part of the first screen: home fetches it while idle.
export const loadRoom = () => import('../features/room/RoomPage.tsx');
const loadEnding = () => import('./EndingPage.tsx');
const loadDevices = () => import('../features/devices/DevicesPage.tsx');
const loadAccessibility = () => import('./AccessibilityPage.tsx');
const loadWarmUp = () => import('../features/room/warm-up.ts');

export const RoomPage = lazy(async () => ({ default: (await loadRoom()).RoomPage }));
export const EndingPage = lazy(async () => ({ default: (await loadEnding()).EndingPage }));
export const DevicesPage = lazy(async () => ({ default: (await loadDevices()).DevicesPage }));
export const AccessibilityPage = lazy(async () => ({
  default: (await loadAccessibility()).AccessibilityPage,
}));

/** Everything the next click may need, the meeting first; `livekitUrl` is where its media will come from. */
export async function prepareMeeting(livekitUrl: string): Promise<void> {
  const [{ warmUp }] = await Promise.all([loadWarmUp(), loadRoom()]);
  if (livekitUrl !== '') await warmUp(livekitUrl);
  await Promise.all([loadEnding(), loadDevices()]);
}
