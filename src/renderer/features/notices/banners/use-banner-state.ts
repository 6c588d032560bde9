import { useLanguage } from '../../../ui/words-context.ts';
import { useMeeting } from '../../meeting/meeting-context.ts';
import { useConnection } from '../../session/connection/use-connection.ts';
import { useTurnOn } from '../../session/own-tracks/use-turn-on.ts';
import { useOwnTrack, useRoomSession } from '../../session/session-context.ts';
import { useStay } from '../../session/stay-context.ts';
import { useMinutesLeft } from '../../session/use-minutes-left.ts';
import { useSoundBlocked } from '../../session/use-sound-blocked.ts';
import { useSignIn } from '../../sign-in/sign-in-context.ts';
import type { DeviceNotices } from '../use-device-notices.ts';
import type { BannerState } from './banner.ts';
import { useExplainSilence } from './use-explain-silence.ts';

/** Reads from the contexts of the meeting what banners are chosen from. */
export function useBannerState(devices: DeviceNotices): BannerState {
  const { room, ownTracks } = useRoomSession();
  const turnOn = useTurnOn();
  const explainSilence = useExplainSilence();
  return {
    connection: useConnection(),
    devices,
    serviceReachable: useMeeting((store) => store.serviceReachable),
    soundBlocked: useSoundBlocked(),
    screen: {
      isShared: useOwnTrack(ownTracks.screen) === 'on',
      stop: () => void ownTracks.screen.turnOff(),
    },
    signIn: useSignIn((store) => store),
    stay: useStay(),
    minutesLeft: useMinutesLeft(),
    language: useLanguage().language,
    unmute: () => void turnOn(ownTracks.microphone),
    explainSilence: () => void explainSilence(),
    startSound: () => void room.startAudio(),
  };
}
