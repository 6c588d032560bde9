import { RiCloseLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { clockTime, duration } from '../../../ui/times.ts';
import { useSpeech, useWords } from '../../../ui/words-context.ts';
import { useMeeting } from '../../meeting/meeting-context.ts';
import { useSignIn } from '../../sign-in/sign-in-context.ts';
import { bannerIcons } from './banner-icons.tsx';
import { chooseBanner, type Banner } from './choose-banner.ts';
import '../notices.css';
import { useTurnOn } from '../../session/own-tracks/use-turn-on.ts';
import { useRoomSession } from '../../session/session-context.ts';
import { useSoundBlocked } from '../../session/use-sound-blocked.ts';
import { useStay } from '../../session/stay-context.ts';
import { useMinutesLeft } from '../../session/use-minutes-left.ts';
import { useConnection } from '../../session/connection/use-connection.ts';
import type { DeviceNotices } from '../use-device-notices.ts';
import { useExplainSilence } from './use-explain-silence.ts';

type Props = { readonly devices: DeviceNotices };
/** What a banner says, its button, and what its cross does; one without a cross goes when its reason does. */
type Shown = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly close?: () => void;
};

/** Under the top bar, one at a time. The place is always there, so that screen readers hear what comes into it. */
export function Banners({ devices }: Props): ReactNode {
  const { signIn, room: roomWords } = useWords();
  const { banners, controls } = roomWords;
  const closeSignIn = useSignIn((store) => store.closeNotice);
  const startSignIn = useSignIn((store) => store.start);
  const explainSilence = useExplainSilence();
  const { language } = useSpeech();
  const { room, ownTracks } = useRoomSession();
  const { standing, self, meeting } = useStay();
  const minutesLeft = useMinutesLeft();
  const turnOn = useTurnOn();
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [guestRead, setGuestRead] = useState(false);
  const isSignedIn = useSignIn((store) => store.state.name === 'signed-in');
  const { offer, accept, decline } = devices.headset;
  const banner = chooseBanner({
    reconnecting: useConnection() === 'reconnecting',
    microphoneLost: devices.microphoneLost,
    voice: devices.voice,
    serviceReachable: useMeeting((store) => store.serviceReachable),
    soundBlocked: useSoundBlocked(),
    signInExpired: useSignIn((store) => store.state.name === 'expired' && !store.noticeClosed),
    // The app's own service, where agents are known by their sign-in, has us for a guest.
    cameAsGuest: standing === 'own' && self.verified === 'guest' && isSignedIn && !guestRead,
    minutesLeft,
    closedAt,
    headsetFound: offer !== null,
  });
  const unmute = { label: banners.microphoneAgain, run: () => void turnOn(ownTracks.microphone) };
  const shown: Readonly<Record<Banner, Shown>> = {
    'connection-lost': { text: banners.connectionLost },
    'microphone-lost': { text: banners.microphoneLost, action: unmute, close: devices.dismissLost },
    'nobody-hears': {
      text: banners.nobodyHears,
      action: { label: controls.allDevices, run: () => void explainSilence() },
      close: devices.dismissUnheard,
    },
    'speaking-muted': { text: banners.speakingMuted, action: unmute },
    'service-unreachable': { text: banners.serviceUnreachable },
    'sound-blocked': {
      text: banners.soundBlocked,
      action: { label: banners.startSound, run: () => void room.startAudio() },
    },
    'sign-in-expired': {
      text: signIn.expired,
      action: { label: signIn.signIn, run: startSignIn },
      close: closeSignIn,
    },
    'came-as-guest': { text: signIn.asGuest, close: () => setGuestRead(true) },
    'time-left': {
      text: banners.timeLeft(
        duration(minutesLeft * 60_000, language),
        clockTime(meeting.expiresAt, language),
      ),
      close: () => setClosedAt(minutesLeft),
    },
    'headset-found': {
      text: banners.headsetFound((offer?.microphone ?? offer?.speaker)?.name ?? ''),
      action: { label: banners.useHeadset, run: () => void accept() },
      close: decline,
    },
  };
  return (
    <div role="status" className="banners">
      {banner && <Shown banner={banner} {...shown[banner]} />}
    </div>
  );
}

function Shown({ banner, text, action, close }: Shown & { readonly banner: Banner }): ReactNode {
  const { banners } = useWords().room;
  return (
    <div className={`banner banner--${banner}`}>
      {bannerIcons[banner]}
      <p>{text}</p>
      {action && (
        <button type="button" className="fr-btn fr-btn--sm" onClick={action.run}>
          {action.label}
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
  );
}
