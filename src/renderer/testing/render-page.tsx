import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Discovery } from '../../shared/discovery.ts';
import { capabilitiesOn } from '../../shared/host-system.ts';
import { resolveSettings } from '../../shared/settings/resolve-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import { BridgeContext } from '../bridge-context.ts';
import { MeetingContext } from '../features/meeting/meeting-context.ts';
import { createFakeMeeting, type FakeMeeting } from '../features/meeting/testing/fake-meeting.ts';
import { ServiceContext } from '../features/settings/service-context.ts';
import { createServiceStore, type ServiceStoreApi } from '../features/settings/service-store.ts';
import { SettingsContext } from '../features/settings/settings-context.ts';
import { createSettingsStore, type SettingsStoreApi } from '../features/settings/settings-store.ts';
import { SignInContext } from '../features/sign-in/sign-in-context.ts';
import { createSignInStore } from '../features/sign-in/sign-in-store.ts';
import { PlatformContext, type Platform } from '../platform-context.ts';
import { NavigationContext } from '../ui/navigation/navigation-context.ts';
import { pageClock } from '../ui/page-clock.ts';
import { Shortcuts } from '../ui/shortcuts/Shortcuts.tsx';
import type { Answers } from './main-process.ts';

export type PageOptions = {
  /** What main answers at once; every other call waits for `main.answer`. */
  readonly answers?: Answers;
  readonly settings?: Partial<Settings>;
  readonly signIn?: SignInState;
  readonly platform?: Platform;
  /** What the meeting service has said of itself, where it is not the usual. */
  readonly service?: Partial<Discovery>;
  /** One that is under way; else one is made, at home. */
  readonly meeting?: FakeMeeting;
};

export type Page = RenderResult & {
  /** The keyboard and the mouse of whoever sits before the page. */
  readonly user: UserEvent;
  readonly meeting: FakeMeeting;
  readonly main: FakeMeeting['main'];
  readonly settings: SettingsStoreApi;
  readonly service: ServiceStoreApi;
};

/** Of the service that the tests' meetings are on. */
const own = 'https://visio.example';

export const usualService: Discovery = {
  api: { version: 1, minimumApp: '0.1.0' },
  livekitUrl: 'wss://media.example',
  webClient: false,
  signIn: null,
  limits: { maxParticipants: 100, maxMinutes: 280 },
  telephone: false,
  brand: { state: false, organisation: '', service: '' },
  helpDesk: {},
  links: {},
  notice: null,
  desktop: null,
};

/**
 * Draws a part of the app with all that `start.tsx` puts above it, in French, before a main process that the test plays. For what
 * is only there in a meeting, `renderInRoom`.
 */
export function renderPage(
  ui: ReactNode,
  {
    answers = {},
    settings: values = {},
    signIn = { name: 'none' },
    platform = { platform: 'linux', can: capabilitiesOn('linux') },
    service: said = {},
    meeting = createFakeMeeting({ answers, now: pageClock }),
  }: PageOptions = {},
): Page {
  const { main, store, navigation } = meeting;
  const resolved = resolveSettings([{ source: 'machine-policy', values: { server: own, ...values } }]);
  const settings = createSettingsStore(main, resolved);
  const known = JSON.stringify({ ...usualService, ...said });
  const service = createServiceStore(main, { getItem: () => known, setItem: () => undefined });
  const signInStore = createSignInStore(main, signIn);
  const drawn = render(ui, {
    wrapper: ({ children }) => (
      <BridgeContext value={main}>
        <PlatformContext value={platform}>
          <NavigationContext value={navigation}>
            <MeetingContext value={store}>
              <ServiceContext value={service}>
                <SettingsContext value={settings}>
                  <SignInContext value={signInStore}>
                    <Shortcuts>{children}</Shortcuts>
                  </SignInContext>
                </SettingsContext>
              </ServiceContext>
            </MeetingContext>
          </NavigationContext>
        </PlatformContext>
      </BridgeContext>
    ),
  });
  return { ...drawn, user: userEvent.setup({ delay: null }), meeting, main, settings, service };
}
