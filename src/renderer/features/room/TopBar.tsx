import { RiGroupLine, RiInformationLine, RiSettings3Line } from '@remixicon/react';
import type { ReactNode, Ref } from 'react';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { formatDuration } from '../../ui/format-time.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useStay } from '../session/stay-context.ts';
import { useMinutesLeft } from '../session/use-minutes-left.ts';
import { ViewMenu } from '../stage/ViewMenu.tsx';
import type { PanelName } from './panels.tsx';
import './top-bar.css';

type Props = {
  readonly panel: PanelName | null;
  readonly onPanel: (panel: PanelName) => void;
  /** Where the focus goes from details that nobody had opened. */
  readonly detailsButton: Ref<HTMLButtonElement>;
};

export function TopBar({ panel, onPanel, detailsButton }: Props): ReactNode {
  const { meeting, origin, trust } = useStay();
  const { participants } = useRoster();
  const minutesLeft = useMinutesLeft();
  const { room, settingsPage } = useWords();
  const { top } = room;
  const navigation = useNavigation();
  const { language } = useLanguage();
  // Said of a service that is not the app's own.
  const host = trust === 'own' ? null : new URL(origin).host;
  const [count, most] = [participants.length, meeting.maxParticipants];
  const left = formatDuration(minutesLeft * 60_000, language);
  return (
    <header className="top-bar">
      <PageTitle takesFocus={false}>{meeting.title}</PageTitle>
      {host !== null && (
        <p className="top-bar__host" title={host}>
          <span className="fr-sr-only">{top.service} </span>
          <bdi dir="ltr">{host}</bdi>
        </p>
      )}
      <p className="top-bar__time">
        <span aria-hidden>{top.timeLeft(left, minutesLeft)}</span>
        <span className="fr-sr-only">{top.timeLeftSaid(left)}</span>
      </p>
      <button
        ref={detailsButton}
        type="button"
        className="top-bar__button"
        aria-expanded={panel === 'details'}
        onClick={() => onPanel('details')}
      >
        <RiInformationLine size={20} aria-hidden />
        {top.details}
      </button>
      <ViewMenu />
      <button
        type="button"
        className="top-bar__button"
        aria-label={top.peopleSaid(count, most)}
        aria-expanded={panel === 'people'}
        onClick={() => onPanel('people')}
      >
        {top.people(count, most)}
        <RiGroupLine size={20} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={settingsPage.title}
        onClick={() => navigation.getState().show({ name: 'settings' })}
      >
        <RiSettings3Line size={20} aria-hidden />
        <span className="room-tooltip" aria-hidden>
          {settingsPage.title}
        </span>
      </button>
    </header>
  );
}
