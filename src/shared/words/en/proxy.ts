import type { proxyFr } from '../fr/proxy.ts';

export const proxyEn: typeof proxyFr = {
  title: 'Connection to the proxy of your network',
  lead: (proxy) => `The proxy “${proxy}” asks who you are before it lets Visio-Agents through.`,
  user: 'User name',
  password: 'Password',
  keep: 'Remember in the keychain of this computer',
  wrong: 'The proxy refused this user name or this password. Check them and try again.',
  missing: 'Enter the user name and the password.',
  connect: 'Connect',
  cancel: 'Cancel',
};
