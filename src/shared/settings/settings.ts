import { hosts, oneOf, origin, origins, text, webAddress, yesOrNo, type Kind } from './kinds.ts';

type Setting<T> = {
  readonly kind: Kind<T>;
  readonly fallback: T;
  /** Who may decide it: `user` on the settings page too, `policy` only the administrator. */
  readonly decidedBy: 'user' | 'policy';
  /** Takes effect at the next start only. */
  readonly nextStart: boolean;
};

const byUser = <T>(kind: Kind<T>, fallback: NoInfer<T>, nextStart = false): Setting<T> => ({
  kind,
  fallback,
  decidedBy: 'user',
  nextStart,
});
const byPolicy = <T>(kind: Kind<T>, fallback: NoInfer<T>): Setting<T> => ({
  kind,
  fallback,
  decidedBy: 'policy',
  nextStart: false,
});

/**
 * The languages of the app. Another one is also named in what is packaged (`electron-builder.yml`,
 * `scripts/packaging/allowed-contents.ts`, `build/macos`) and in the pages that nginx has for its own errors (`deploy/config/nginx-pages.conf`,
 * `nginx-page-headers.conf`).
 */
export const languages = ['fr', 'en'] as const;

/**
 * Every setting of the app: the values, the settings page, the administrator's documentation and the policy templates are
 * made from this table. What each means, in both languages, is in `words/settings.*.ts`.
 */
export const settings = {
  /** The meeting service that meetings are opened on; '' until somebody says where it is. */
  server: byUser(origin, ''),
  /** Further services whose links are followed without asking. */
  allowedServers: byPolicy(origins, []),
  /** Links to any other service. Where `server` is managed the fallback is `refuse`: see `resolveSettings`. */
  unknownServers: byUser(oneOf('ask', 'refuse'), 'ask'),
  /** Services that may look like the State's: see `government-brand.ts`. */
  stateBrandHosts: byPolicy(hosts, []),
  /** Each wins over what the service says of its sign-in, where `server` is managed too. */
  signInIssuer: byPolicy(webAddress, ''),
  signInClientId: byPolicy(text, ''),
  language: byUser(oneOf(...languages), 'fr'),
  startWithSession: byUser(yesOrNo, false),
  updates: byUser(oneOf('notify', 'off'), 'notify'),
  joinWithMicrophone: byUser(yesOrNo, false),
  /** What the browser does to the microphone's sound. */
  echoCancellation: byUser(yesOrNo, true),
  noiseSuppression: byUser(yesOrNo, true),
  autoGainControl: byUser(yesOrNo, true),
  screenShare: byPolicy(yesOrNo, true),
  contentProtection: byUser(yesOrNo, false),
  hardwareAcceleration: byUser(yesOrNo, true, true),
  helpDeskName: byPolicy(text, ''),
  helpDeskEmail: byPolicy(text, ''),
  helpDeskPhone: byPolicy(text, ''),
  helpDeskUrl: byPolicy(webAddress, ''),
  logLevel: byUser(oneOf('error', 'warn', 'info', 'debug'), 'info'),
} as const;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as readonly SettingName[];
export type Settings = { readonly [N in SettingName]: (typeof settings)[N]['fallback'] };
export type Language = Settings['language'];
