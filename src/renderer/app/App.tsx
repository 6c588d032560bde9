import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { AppStart } from '../../shared/ipc.ts';
import { unreachable } from '../../shared/result.ts';
import { useBridge } from '../bridge-context.ts';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { SpeechContext } from '../ui/words-context.ts';

// LiveKit is most of the code and no part of the first screen: home fetches it while idle.
const RoomPage = lazy(async () => ({ default: (await import('../features/room/RoomPage.tsx')).RoomPage }));

export function App({ start }: { readonly start: AppStart }): ReactNode {
  const bridge = useBridge();
  const [language, setLanguage] = useState(start.language);
  return (
    <SpeechContext
      value={{
        language,
        choose: (chosen) => {
          setLanguage(chosen);
          void bridge.call('language:choose', chosen);
        },
      }}
    >
      <CurrentPage start={start} />
    </SpeechContext>
  );
}

function CurrentPage({ start }: { readonly start: AppStart }): ReactNode {
  const phase = useMeeting((store) => store.phase);
  switch (phase.name) {
    case 'home':
    case 'entering':
    case 'joining':
    case 'left':
    case 'ended':
    case 'failed':
      return <h1>{start.serverOrigin}</h1>;
    case 'in-room':
      return (
        <Suspense fallback={null}>
          <RoomPage />
        </Suspense>
      );
    default:
      return unreachable(phase);
  }
}
