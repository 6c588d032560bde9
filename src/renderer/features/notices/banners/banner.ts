import type { RemixiconComponentType } from '@remixicon/react';
import type { Language } from '../../../../shared/settings/settings.ts';
import type { Words } from '../../../../shared/words/words.ts';
import type { SignInStore } from '../../sign-in/sign-in-store.ts';
import type { ConnectionStatus } from '../../session/connection/keep-connected.ts';
import type { Stay } from '../../session/stay-context.ts';
import type { DeviceNotices } from '../use-device-notices.ts';

/** What banners look at, and what their buttons can do. */
export type BannerState = {
  readonly connection: ConnectionStatus;
  readonly devices: DeviceNotices;
  readonly serviceReachable: boolean;
  readonly soundBlocked: boolean;
  readonly screen: { readonly isShared: boolean; readonly stop: () => void };
  readonly signIn: SignInStore;
  readonly stay: Pick<Stay, 'trust' | 'self' | 'meeting'>;
  readonly minutesLeft: number;
  /** In which durations and times are written. */
  readonly language: Language;
  readonly unmute: () => void;
  readonly explainSilence: () => void;
  readonly startSound: () => void;
};

export type Banner = {
  readonly name: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly Icon: RemixiconComponentType;
  readonly holds: (state: BannerState) => boolean;
  readonly text: (words: Words, state: BannerState) => string;
  readonly action?: {
    readonly label: (words: Words) => string;
    readonly run: (state: BannerState) => void;
  };
  /** What its cross does. A banner without a cross goes when its reason does. */
  readonly close?: (state: BannerState) => void;
  /** In place of `close`, where nobody else needs to know: the cross hides the banner until this has another value. */
  readonly occasion?: (state: BannerState) => string | number;
};
