import { useEffect, useState, type ReactNode } from 'react';
import { useOverlay } from '../../ui/navigation/navigation-context.ts';
import { usePatience } from '../../ui/use-patience.ts';
import { useWords } from '../../ui/words-context.ts';
import { Details } from '../invite/Details.tsx';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import type { InRoom } from '../meeting/meeting-phase.ts';
import { MarksContext } from '../session/participants/marks-context.ts';
import { isModerator } from '../session/participants/participants.ts';
import { useRoster } from '../session/participants/use-roster.ts';
import { useSettings } from '../settings/settings-context.ts';
import { useStanding } from '../settings/use-standing.ts';
import { Alone } from '../stage/Alone.tsx';
import { Banners } from '../notices/banners/Banners.tsx';
import { Connecting } from '../stage/Connecting.tsx';
import { ControlBar } from '../controls/ControlBar.tsx';
import { HowToJoin } from '../greeting/HowToJoin.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { whatLeavingMeans } from './leaving.ts';
import { OwnPeopleList } from '../people/OwnPeopleList.tsx';
import { useRoomSession } from '../session/session-context.ts';
import { SidePanel } from './SidePanel.tsx';
import { TileGrid } from '../stage/TileGrid.tsx';
import { Toasts } from '../notices/Toasts.tsx';
import { TopBar } from './TopBar.tsx';
import { useArrivals } from '../notices/use-arrivals.ts';
import { useConnection } from '../session/connection/use-connection.ts';
import { useDeviceNotices } from '../notices/use-device-notices.ts';
import { useFollowChoice } from '../session/devices/use-follow-choice.ts';
import { useMinutesLeft } from '../session/use-minutes-left.ts';
import { useSanitizedMeeting } from './use-sanitized-meeting.ts';
import { useSpeakAtOnce } from '../greeting/use-speak-at-once.ts';
import { useSidePanel } from './use-side-panel.ts';
import { useToasts } from '../notices/use-toasts.ts';
import { useTurnOn } from '../session/own-tracks/use-turn-on.ts';

const nobody: ReadonlySet<string> = new Set();

type Asking = 'how-to-join' | 'leave' | null;

export function RoomScreen({ phase }: { readonly phase: InRoom }): ReactNode {
  const words = useWords().room;
  const meeting = useMeetingStore();
  const { room, ownTracks } = useRoomSession();
  const { microphone, camera } = ownTracks;
  const overlay = useOverlay();
  const connection = useConnection();
  const standing = useStanding(phase.admission.origin);
  const isForeign = standing === 'foreign';
  const { participants, unverified: lookAlikes } = useRoster(room);
  const unverified = isForeign ? nobody : lookAlikes;
  const minutesLeft = useMinutesLeft(phase);
  const { toasts, tell } = useToasts();
  const devices = useDeviceNotices(tell);
  const turnOn = useTurnOn();
  const speaksAtOnce = useSettings((store) => store.settings.values.joinWithMicrophone);
  const [asking, setAsking] = useState<Asking>(
    phase.entry === 'returned' || speaksAtOnce ? null : 'how-to-join',
  );
  const patience = usePatience();
  // The question lies over the room: what is behind it is drawn when the connection stands, not in competition with it.
  const isDrawn = connection !== 'connecting' || asking !== 'how-to-join' || patience !== 'fresh';
  const { panel, detailsButton, toggle, close } = useSidePanel(phase.entry === 'opened');
  useArrivals(participants, connection === 'connected', tell);
  useFollowChoice(overlay, () => tell(words.controls.deviceNotSwitched));
  // What is only prepared is prepared anew when the question is back: another device may have been chosen meanwhile.
  const isChoosing = overlay?.name === 'devices' && asking === 'how-to-join';
  useEffect(() => {
    if (isChoosing) for (const own of [microphone, camera]) own.release();
  }, [isChoosing, microphone, camera]);

  const { origin, participant } = phase.admission;
  const session = useSanitizedMeeting(phase.admission.meeting, isForeign);
  // Nobody has the links of a meeting that its opener has not entered yet.
  const isKnown = connection !== 'connecting' || phase.entry === 'opened';
  const others = isKnown ? participants.slice(1) : null;
  const leaving = whatLeavingMeans(
    session.role,
    others?.map((other) => ({ moderator: isModerator(other) })) ?? null,
  );
  const leave = (): void => {
    // A way out without questions, as long as there is nobody to think of.
    if (leaving === 'participant' && connection === 'connecting') void meeting.getState().leave(false);
    else setAsking('leave');
  };
  const join = (): void => {
    setAsking(null);
    void turnOn(microphone);
    // Its owner has seen the preview, or waits for it.
    if (camera.state() !== 'off') void turnOn(camera);
  };
  useSpeakAtOnce(speaksAtOnce && phase.entry !== 'returned', () => void turnOn(microphone));
  const listen = (): void => {
    setAsking(null);
    microphone.release();
    camera.release();
  };

  return (
    <div className="room" data-panel={panel !== null}>
      {isDrawn && (
        <MarksContext value={!isForeign}>
          <TopBar
            title={session.title}
            host={standing === 'own' ? null : new URL(origin).host}
            minutesLeft={minutesLeft}
            count={participants.length}
            most={session.maxParticipants}
            panel={panel?.name ?? null}
            onPanel={toggle}
            detailsButton={detailsButton}
          />
          <Banners
            minutesLeft={minutesLeft}
            expiresAt={session.expiresAt}
            devices={devices}
            onMicrophone={() => void turnOn(microphone)}
            isGuest={standing === 'own' && participant.verified === 'guest'}
          />
          <div className="room__middle">
            <main className="room__stage" aria-label={words.region}>
              <TileGrid
                participants={participants}
                ownName={participant.displayName}
                unverified={unverified}
              />
              {connection === 'connecting' && <Connecting onLeave={leave} />}
              {connection === 'connected' && participants.length === 1 && (
                <Alone onInvite={panel?.name === 'details' ? null : () => toggle('details')} />
              )}
              <Toasts toasts={toasts} unverified={unverified} />
            </main>
            {panel && (
              <SidePanel
                key={panel.name}
                title={panel.name === 'details' ? words.details.title : words.people.title}
                takeFocus={panel.byUser}
                onClose={close}
              >
                {panel.name === 'details' ? (
                  <Details meeting={session} minutesLeft={minutesLeft} />
                ) : (
                  <OwnPeopleList
                    participants={participants}
                    ownName={participant.displayName}
                    unverified={unverified}
                  />
                )}
              </SidePanel>
            )}
          </div>
          <ControlBar
            peopleOpen={panel?.name === 'people'}
            onPeople={() => toggle('people')}
            onLeave={leave}
            tell={tell}
            keysActive={asking === null && overlay === null}
          />
        </MarksContext>
      )}
      {/* The page of the devices lies over the room; a modal dialog would lie over that page. */}
      {overlay === null && asking === 'how-to-join' && <HowToJoin onMicrophone={join} onListen={listen} />}
      {overlay === null && asking === 'leave' && (
        <LeaveDialog leaving={leaving} canEnd={session.role === 'moderator'} onStay={() => setAsking(null)} />
      )}
    </div>
  );
}
