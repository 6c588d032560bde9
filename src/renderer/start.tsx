// The design system first: what the pages say about themselves comes after it and wins.
import './ui/dsfr.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { BridgeContext } from './bridge-context.ts';
import type { Bridge } from './bridge.ts';
import { askForDevices } from './features/media/follow-devices.ts';
import { MeetingContext } from './features/meeting/meeting-context.ts';
import { createMeetingStore } from './features/meeting/meeting-store.ts';
import { ServiceContext } from './features/settings/service-context.ts';
import { createServiceStore } from './features/settings/service-store.ts';
import { SettingsContext } from './features/settings/settings-context.ts';
import { createSettingsStore } from './features/settings/settings-store.ts';
import { SignInContext } from './features/sign-in/sign-in-context.ts';
import { createSignInStore } from './features/sign-in/sign-in-store.ts';
import { PlatformContext } from './platform-context.ts';
import { afterPaint } from './ui/after-paint.ts';
import { NavigationContext } from './ui/navigation/navigation-context.ts';
import { createNavigationStore } from './ui/navigation/navigation-store.ts';
import { pageClock } from './ui/page-clock.ts';
import { followSystemTheme, systemDark } from './ui/theme.ts';

/** Draws the app for whichever host answers the bridge's calls: the desktop's main process, or a browser's page itself. */
export async function start(bridge: Bridge): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place to draw in');
  followSystemTheme(document.documentElement, matchMedia(systemDark));
  const service = createServiceStore(bridge, localStorage);
  const navigation = createNavigationStore();
  const meeting = createMeetingStore({ bridge, now: pageClock, navigation });
  const { receiveLink, refuseLink, receiveEvent, setServiceReachable, comeBack, hearTime } =
    meeting.getState();
  bridge.on('link:opened', (link) => void receiveLink(link));
  bridge.on('link:refused', refuseLink);
  bridge.on('meeting:event', (event) => void receiveEvent(event));
  bridge.on('meeting:time', ({ meeting: id, serverNow }) => hearTime(serverNow, id));
  bridge.on('service:reachable', setServiceReachable);
  bridge.on('devices:changed', () => askForDevices());
  const started = await bridge.call('app:start');
  if (!started.ok) throw new Error(`app:start: ${started.error.code}`);
  const settings = createSettingsStore(bridge, started.value.settings);
  const signIn = createSignInStore(bridge, started.value.signIn);
  // The page was reloaded or crashed in the middle of a meeting.
  if (started.value.current?.present) void comeBack();
  createRoot(root).render(
    <StrictMode>
      <BridgeContext value={bridge}>
        <PlatformContext value={started.value}>
          <NavigationContext value={navigation}>
            <MeetingContext value={meeting}>
              <ServiceContext value={service}>
                <SettingsContext value={settings}>
                  <SignInContext value={signIn}>
                    <App start={started.value} />
                  </SignInContext>
                </SettingsContext>
              </ServiceContext>
            </MeetingContext>
          </NavigationContext>
        </PlatformContext>
      </BridgeContext>
    </StrictMode>,
  );
  // Not before the page is drawn: main's first way to the network takes it 50 ms. And again when the network is back.
  const askService = (): void => void service.getState().ask();
  afterPaint(askService);
  addEventListener('online', askService);
  settings.subscribe((now, before) => {
    if (now.settings.values.server !== before.settings.values.server) askService();
  });
}
