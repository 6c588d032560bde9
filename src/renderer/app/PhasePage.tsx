import { Suspense, useState, type ReactNode } from 'react';
import type { AppStart } from '../../shared/calls/app.ts';
import { unreachable } from '../../shared/result.ts';
import { ChooseServer } from '../features/home/ChooseServer.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { JoinPage } from '../features/join/JoinPage.tsx';
import { WaitingPage } from '../features/join/WaitingPage.tsx';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { useSettings } from '../features/settings/settings-context.ts';
import { useDarkTheme } from '../ui/theme.ts';
import { EnteringPage } from './EnteringPage.tsx';
import { pages, RoomPage } from './load-pages.ts';
import { Shell } from './shell/Shell.tsx';
import { usePrepareMeeting } from './use-prepare-meeting.ts';

/** One page a phase of the meeting store. */
export function PhasePage({ start }: { readonly start: AppStart }): ReactNode {
  const phase = useMeeting((store) => store.phase);
  const server = useSettings((store) => store.settings.values.server);
  const [name, setName] = useState(start.displayName);
  const [first] = useState(phase);
  usePrepareMeeting();
  switch (phase.name) {
    case 'home':
    case 'entering':
      return (
        <>
          <Shell>
            {server === '' ? (
              <ChooseServer />
            ) : (
              <HomePage serverOrigin={server} appVersion={start.appVersion} takesFocus={phase !== first} />
            )}
          </Shell>
          {phase.name === 'entering' && <EnteringPage how={phase.how} />}
        </>
      );
    case 'joining':
      return (
        <Shell>
          <JoinPage
            key={`${phase.link.origin}/${phase.link.code}`}
            phase={phase}
            rememberedName={name}
            onName={setName}
          />
        </Shell>
      );
    case 'waiting':
      return (
        <Shell>
          <WaitingPage origin={phase.link?.origin ?? null} role={phase.role} />
        </Shell>
      );
    case 'left':
    case 'ended':
    case 'failed':
      return (
        <Shell>
          <Suspense fallback={null}>
            <pages.ending.Page phase={phase} />
          </Suspense>
        </Shell>
      );
    case 'in-room':
      return (
        <Suspense fallback={<EnteringPage how="opening" />}>
          <DarkRoom />
        </Suspense>
      );
    default:
      return unreachable(phase);
  }
}

function DarkRoom(): ReactNode {
  useDarkTheme();
  return <RoomPage />;
}
