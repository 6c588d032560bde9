import {
  RiAccountCircleLine,
  RiAlertLine,
  RiCloseLine,
  RiMicOffLine,
  RiTimeLine,
  RiVolumeMuteLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { clockTime, duration } from '../../ui/times.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useSpeech, useWords } from '../../ui/words-context.ts';
import { chooseBanner, type Banner } from './choose-banner.ts';
import { useRoomSession } from './room-context.ts';
import { useConnection, useSoundBlocked } from './use-connection.ts';
import './notices.css';

type Props = {
  readonly minutesLeft: number;
  readonly expiresAt: string;
  readonly microphoneLost: boolean;
  readonly onMicrophone: () => void;
  readonly onMicrophoneKnown: () => void;
};

const icons: Readonly<Record<Banner, ReactNode>> = {
  'connection-lost': <RiWifiOffLine size={20} aria-hidden />,
  'microphone-lost': <RiMicOffLine size={20} aria-hidden />,
  'service-unreachable': <RiAlertLine size={20} aria-hidden />,
  'sound-blocked': <RiVolumeMuteLine size={20} aria-hidden />,
  'sign-in-expired': <RiAccountCircleLine size={20} aria-hidden />,
  'time-left': <RiTimeLine size={20} aria-hidden />,
};

/** Under the top bar, one at a time. The place is always there, so that screen readers hear what comes into it. */
export function Banners(props: Props): ReactNode {
  const { minutesLeft, expiresAt, microphoneLost, onMicrophone, onMicrophoneKnown } = props;
  const { signIn, room: roomWords } = useWords();
  const { banners } = roomWords;
  const closeSignIn = useSignIn((store) => store.closeNotice);
  const startSignIn = useSignIn((store) => store.start);
  const { language } = useSpeech();
  const { room } = useRoomSession();
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const banner = chooseBanner({
    reconnecting: useConnection() === 'reconnecting',
    microphoneLost,
    serviceReachable: useMeeting((store) => store.serviceReachable),
    soundBlocked: useSoundBlocked(),
    signInExpired: useSignIn((store) => store.state.name === 'expired' && !store.noticeClosed),
    minutesLeft,
    closedAt,
  });
  const texts: Readonly<Record<Banner, string>> = {
    'connection-lost': banners.connectionLost,
    'microphone-lost': banners.microphoneLost,
    'service-unreachable': banners.serviceUnreachable,
    'sound-blocked': banners.soundBlocked,
    'sign-in-expired': signIn.expired,
    'time-left': banners.timeLeft(duration(minutesLeft * 60_000, language), clockTime(expiresAt, language)),
  };
  const closing: Partial<Record<Banner, () => void>> = {
    'time-left': () => setClosedAt(minutesLeft),
    'microphone-lost': onMicrophoneKnown,
    'sign-in-expired': closeSignIn,
  };
  const close = banner && closing[banner];
  return (
    <div role="status" className="banners">
      {banner && (
        <div className={`banner banner--${banner}`}>
          {icons[banner]}
          <p>{texts[banner]}</p>
          {banner === 'sound-blocked' && (
            <button type="button" className="fr-btn fr-btn--sm" onClick={() => void room.startAudio()}>
              {banners.startSound}
            </button>
          )}
          {banner === 'microphone-lost' && (
            <button type="button" className="fr-btn fr-btn--sm" onClick={onMicrophone}>
              {banners.microphoneAgain}
            </button>
          )}
          {banner === 'sign-in-expired' && (
            <button type="button" className="fr-btn fr-btn--sm" onClick={startSignIn}>
              {signIn.signIn}
            </button>
          )}
          {close && (
            <button type="button" className="icon-button" aria-label={banners.close} onClick={close}>
              <RiCloseLine size={20} aria-hidden />
              <span className="room-tooltip" aria-hidden>
                {banners.close}
              </span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
