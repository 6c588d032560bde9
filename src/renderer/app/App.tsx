import { useLayoutEffect, type ReactNode } from 'react';
import type { AppStart } from '../../shared/calls/app.ts';
import { useSettings } from '../features/settings/settings-context.ts';
import { SigningIn } from '../features/sign-in/SigningIn.tsx';
import { Shortcuts } from '../ui/shortcuts/Shortcuts.tsx';
import { SpeechContext } from '../ui/words-context.ts';
import { CurrentOverlay } from './CurrentOverlay.tsx';
import { CurrentPage } from './CurrentPage.tsx';
import { Unforeseen } from './ErrorBoundary.tsx';

export function App({ start }: { readonly start: AppStart }): ReactNode {
  const language = useSettings((store) => store.settings.values.language);
  const change = useSettings((store) => store.change);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SpeechContext value={{ language, choose: (chosen) => void change('language', chosen) }}>
      <Shortcuts>
        <Unforeseen>
          <CurrentPage start={start} />
          <CurrentOverlay />
          <SigningIn />
        </Unforeseen>
      </Shortcuts>
    </SpeechContext>
  );
}
