import type { ReactNode } from 'react';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { formatDuration } from '../../ui/format-time.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { UnreadableSettingsAlert } from './UnreadableSettingsAlert.tsx';
import { useService } from '../settings/service-context.ts';
import { SignInNotice } from '../sign-in/SignInNotice.tsx';
import { CurrentMeetingCard } from './CurrentMeetingCard.tsx';
import './home.css';
import { JoinByLink } from './JoinByLink.tsx';
import { NewVersion } from './NewVersion.tsx';
import { OpenTemporary } from './OpenTemporary.tsx';
import { ServiceUnreachable } from './ServiceUnreachable.tsx';
import { YourDevices } from './YourDevices.tsx';

type Props = {
  /** Where a bare code is a meeting of. */
  readonly serverOrigin: string;
  readonly appVersion: string;
  /** False at the start of the app, where reading begins at the top. */
  readonly takesFocus: boolean;
};

export function HomePage({ serverOrigin, appVersion, takesFocus }: Props): ReactNode {
  const { home } = useWords().shell;
  const { language } = useLanguage();
  const { maxParticipants, maxMinutes } = useService((store) => store.service.limits);
  return (
    <div className="home">
      <section className="home__welcome">
        <PageTitle windowTitle={home.documentTitle} takesFocus={takesFocus}>
          {home.greeting}
        </PageTitle>
        <p className="home__promise">
          {home.promise(maxParticipants, formatDuration(maxMinutes * 60_000, language))}
        </p>
      </section>
      <div className="home__cards">
        <JoinByLink serverOrigin={serverOrigin} />
        <YourDevices />
        <NewVersion appVersion={appVersion} />
      </div>
      <div className="home__open">
        <ServiceUnreachable />
        <UnreadableSettingsAlert />
        <SignInNotice />
        <CurrentMeetingCard />
        <OpenTemporary />
      </div>
    </div>
  );
}
