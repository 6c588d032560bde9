import { useLayoutEffect, type ReactNode } from 'react';
import type { AppStart } from '../../shared/calls/app.ts';
import { useSettings } from '../features/settings/settings-context.ts';
import { SigningIn } from '../features/sign-in/SigningIn.tsx';
import { Shortcuts } from '../ui/shortcuts/Shortcuts.tsx';
import { LanguageContext } from '../ui/words-context.ts';
import { CurrentOverlays } from './CurrentOverlays.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PhasePage } from './PhasePage.tsx';

export function App({ start }: { readonly start: AppStart }): ReactNode {
  const language = useSettings((store) => store.settings.values.language);
  const change = useSettings((store) => store.change);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={{ language, choose: (chosen) => void change('language', chosen) }}>
      <Shortcuts>
        <ErrorBoundary>
          <PhasePage start={start} />
          <CurrentOverlays />
          <SigningIn />
        </ErrorBoundary>
      </Shortcuts>
    </LanguageContext>
  );
}
