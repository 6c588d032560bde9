import type { SettingName } from './settings.ts';

/** Which settings stand together, and in which order: on the settings page, in the documents and in the policy templates. */
export const sections = {
  service: ['server', 'allowedServers', 'unknownServers', 'stateBrandHosts'],
  signIn: ['signInIssuer', 'signInClientId'],
  meetings: ['joinWithMicrophone', 'screenShare', 'contentProtection'],
  sound: ['noiseSuppression', 'echoCancellation', 'autoGainControl'],
  app: ['language', 'startWithSession', 'updates', 'hardwareAcceleration', 'logLevel'],
  helpDesk: ['helpDeskName', 'helpDeskEmail', 'helpDeskPhone', 'helpDeskUrl'],
} as const satisfies Readonly<Record<string, readonly SettingName[]>>;

export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly SectionName[];
