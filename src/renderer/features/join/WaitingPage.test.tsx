import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Role } from '../../../shared/meeting.ts';
import type { ResolvedSettings } from '../../../shared/settings/resolve-settings.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import type { Bridge } from '../../bridge.ts';
import { MeetingContext } from '../meeting/meeting-context.ts';
import { createNavigationStore } from '../../ui/navigation/navigation-store.ts';
import { createMeetingStore } from '../meeting/meeting-store.ts';
import { SettingsContext } from '../settings/settings-context.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { SignInContext } from '../sign-in/sign-in-context.ts';
import { createSignInStore } from '../sign-in/sign-in-store.ts';
import { WaitingPage } from './WaitingPage.tsx';

const bridge = { on: () => () => undefined } as unknown as Bridge;
const meeting = createMeetingStore({ bridge, now: () => 0, navigation: createNavigationStore() });
const own = 'https://visio.example';
const settings = { values: { server: own, allowedServers: [] as string[] } } as unknown as ResolvedSettings;
const marie: SignInState = { name: 'signed-in', displayName: 'Marie Gérard', notKept: null };

const shown = (origin: string | null, role: Role | null, signIn: SignInState): string =>
  renderToStaticMarkup(
    <MeetingContext value={meeting}>
      <SettingsContext value={createSettingsStore(bridge, settings)}>
        <SignInContext value={createSignInStore(bridge, signIn)}>
          <WaitingPage origin={origin} role={role} />
        </SignInContext>
      </SettingsContext>
    </MeetingContext>,
  ).replaceAll('\u00a0', ' ');

test('whoever was in the meeting and was away for too long reads why they wait, not a newcomer’s words', () => {
  const page = shown(null, null, marie);
  expect(page).toContain(
    'Vous étiez hors de la réunion depuis plus de cinq minutes : un modérateur doit vous faire entrer de nouveau.',
  );
  expect(page).not.toContain('Un modérateur peut vous faire entrer');
});

test('an agent whom the service did not recognise learns that they wait as a guest', () => {
  expect(shown(own, 'participant', marie)).toContain('Vous attendez comme invité');
});

test.each<readonly [string, string, Role, SignInState]>([
  ['who has not signed in', own, 'participant', { name: 'none' }],
  ['an agent before a moderator link that was closed', own, 'moderator', marie],
  ['an agent at a service that never gets their token', 'https://other.example', 'participant', marie],
])('%s reads nothing of it', (_who, origin, role, signIn) => {
  expect(shown(origin, role, signIn)).not.toContain('comme invité');
});
