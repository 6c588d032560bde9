import type { Settings } from '../../src/shared/settings/settings.ts';

/** One value of every setting, as an administration might choose; the templates and the documents show these. */
export const exampleValues: Settings = {
  server: 'https://visio.example',
  allowedServers: ['https://visio.partner.example', 'https://visio.region.example'],
  unknownServers: 'refuse',
  stateBrandHosts: ['visio.example'],
  signInIssuer: 'https://sso.example/realms/agents',
  signInClientId: 'visio-agents',
  joinWithMicrophone: false,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  screenShare: true,
  contentProtection: false,
  language: 'fr',
  startWithSession: false,
  updates: 'off',
  hardwareAcceleration: true,
  logLevel: 'info',
  helpDeskName: 'Assistance académique',
  helpDeskEmail: 'assistance@academie.example',
  helpDeskPhone: '+33 1 23 45 67 89',
  helpDeskUrl: 'https://assistance.example/visio',
};
