import {
  RiAccountCircleLine,
  RiAlertLine,
  RiComputerLine,
  RiHeadphoneLine,
  RiMicOffLine,
  RiTimeLine,
  RiVolumeMuteLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { formatClockTime, formatDuration } from '../../../ui/format-time.ts';
import { announcedMinutes } from '../../meeting/time-left.ts';
import type { Banner, BannerState } from './banner.ts';

const unmute: Banner['action'] = {
  label: ({ room }) => room.banners.microphoneAgain,
  run: (state) => state.unmute(),
};

/** One is shown at a time, the first that holds: the gravest come first. A new banner is an entry here, and its words. */
const banners: readonly Banner[] = [
  {
    name: 'connection-lost',
    severity: 'error',
    Icon: RiWifiOffLine,
    holds: ({ connection }) => connection === 'reconnecting',
    text: ({ room }) => room.banners.connectionLost,
  },
  {
    name: 'microphone-lost',
    severity: 'error',
    Icon: RiMicOffLine,
    holds: ({ devices }) => devices.microphoneLost,
    text: ({ room }) => room.banners.microphoneLost,
    action: unmute,
    close: ({ devices }) => devices.dismissLost(),
  },
  {
    name: 'nobody-hears',
    severity: 'error',
    Icon: RiMicOffLine,
    holds: ({ devices }) => devices.voice === 'unheard',
    text: ({ room }) => room.banners.nobodyHears,
    action: { label: ({ room }) => room.controls.allDevices, run: (state) => state.explainSilence() },
    close: ({ devices }) => devices.dismissUnheard(),
  },
  {
    name: 'speaking-muted',
    severity: 'warning',
    Icon: RiMicOffLine,
    holds: ({ devices }) => devices.voice === 'speaking-muted',
    text: ({ room }) => room.banners.speakingMuted,
    action: unmute,
  },
  {
    name: 'sound-blocked',
    severity: 'error',
    Icon: RiVolumeMuteLine,
    holds: ({ soundBlocked }) => soundBlocked,
    text: ({ room }) => room.banners.soundBlocked,
    action: { label: ({ room }) => room.banners.startSound, run: (state) => state.startSound() },
  },
  {
    name: 'service-unreachable',
    severity: 'warning',
    Icon: RiAlertLine,
    holds: ({ serviceReachable }) => !serviceReachable,
    text: ({ room }) => room.banners.serviceUnreachable,
  },
  {
    name: 'sign-in-expired',
    severity: 'info',
    Icon: RiAccountCircleLine,
    holds: ({ signIn }) => signIn.state.name === 'expired' && !signIn.noticeClosed,
    text: ({ signIn }) => signIn.expired,
    action: { label: ({ signIn }) => signIn.signIn, run: ({ signIn }) => signIn.start() },
    close: ({ signIn }) => signIn.closeNotice(),
  },
  {
    name: 'time-left',
    severity: 'warning',
    Icon: RiTimeLine,
    holds: ({ minutesLeft }) => announcedMinutes.some((minutes) => minutes === minutesLeft),
    text: ({ room }, { minutesLeft, stay, language }) =>
      room.banners.timeLeft(
        formatDuration(minutesLeft * 60_000, language),
        formatClockTime(stay.meeting.expiresAt, language),
      ),
    occasion: ({ minutesLeft }) => minutesLeft,
  },
  {
    name: 'sharing-screen',
    severity: 'info',
    Icon: RiComputerLine,
    holds: ({ screen }) => screen.isShared,
    text: ({ room }) => room.banners.sharing,
    action: { label: ({ room }) => room.banners.stopSharing, run: ({ screen }) => screen.stop() },
  },
  {
    name: 'headset-found',
    severity: 'info',
    Icon: RiHeadphoneLine,
    holds: ({ devices }) => devices.headset.offer !== null,
    text: ({ room }, { devices: { headset } }) =>
      room.banners.headsetFound((headset.offer?.microphone ?? headset.offer?.speaker)?.name ?? ''),
    action: {
      label: ({ room }) => room.banners.useHeadset,
      run: ({ devices }) => void devices.headset.accept(),
    },
    close: ({ devices }) => devices.headset.decline(),
  },
  {
    name: 'came-as-guest',
    severity: 'info',
    Icon: RiAccountCircleLine,
    // The app's own service, where agents are known by their sign-in, has us for a guest.
    holds: ({ stay, signIn }) =>
      stay.trust === 'own' && stay.self.verified === 'guest' && signIn.state.name === 'signed-in',
    text: ({ signIn }) => signIn.asGuest,
    occasion: () => 'this meeting',
  },
];

/** For each banner that was closed, the occasion that it was closed on. */
export type ClosedBanners = ReadonlyMap<string, string | number>;

export const chooseBanner = (state: BannerState, closed: ClosedBanners): Banner | null =>
  banners.find(
    ({ name, holds, occasion }) => holds(state) && !(occasion && closed.get(name) === occasion(state)),
  ) ?? null;
