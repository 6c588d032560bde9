import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { AppStart } from '../../shared/ipc.ts';
import { useBridge } from '../bridge-context.ts';
import { SpeechContext } from '../ui/words-context.ts';
import { CurrentOverlay } from './CurrentOverlay.tsx';
import { CurrentPage } from './CurrentPage.tsx';
import { Unforeseen } from './Unforeseen.tsx';

export function App({ start }: { readonly start: AppStart }): ReactNode {
  const bridge = useBridge();
  const [language, setLanguage] = useState(start.language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
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
      <Unforeseen>
        <CurrentPage start={start} />
        <CurrentOverlay platform={start.platform} />
      </Unforeseen>
    </SpeechContext>
  );
}
