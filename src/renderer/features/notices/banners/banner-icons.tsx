import {
  RiAccountCircleLine,
  RiAlertLine,
  RiHeadphoneLine,
  RiMicOffLine,
  RiTimeLine,
  RiVolumeMuteLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Banner } from './choose-banner.ts';

export const bannerIcons: Readonly<Record<Banner, ReactNode>> = {
  'connection-lost': <RiWifiOffLine size={20} aria-hidden />,
  'microphone-lost': <RiMicOffLine size={20} aria-hidden />,
  'nobody-hears': <RiMicOffLine size={20} aria-hidden />,
  'speaking-muted': <RiMicOffLine size={20} aria-hidden />,
  'service-unreachable': <RiAlertLine size={20} aria-hidden />,
  'sound-blocked': <RiVolumeMuteLine size={20} aria-hidden />,
  'sign-in-expired': <RiAccountCircleLine size={20} aria-hidden />,
  'came-as-guest': <RiAccountCircleLine size={20} aria-hidden />,
  'time-left': <RiTimeLine size={20} aria-hidden />,
  'headset-found': <RiHeadphoneLine size={20} aria-hidden />,
};
