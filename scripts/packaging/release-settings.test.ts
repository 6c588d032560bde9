import { expect, test } from 'vitest';
import { releaseSettings } from './release-settings.ts';

const build = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, electron = '45.4.1') =>
  releaseSettings({ platform, env, electron, wanted: '45.4.1' });
const windows = { WIN_CSC_LINK: 'certificate', WIN_CSC_KEY_PASSWORD: 'secret' };
const azure = {
  VISIO_AZURE_ENDPOINT: 'https://signing.example',
  VISIO_AZURE_ACCOUNT: 'account',
  VISIO_AZURE_PROFILE: 'profile',
  VISIO_AZURE_PUBLISHER: 'CN=Publisher',
};
const azureAccess = { AZURE_TENANT_ID: 'tenant', AZURE_CLIENT_ID: 'client', AZURE_CLIENT_SECRET: 'secret' };
const apple = {
  CSC_LINK: 'certificate',
  CSC_KEY_PASSWORD: 'secret',
  APPLE_API_KEY: 'key.p8',
  APPLE_API_KEY_ID: 'id',
  APPLE_API_ISSUER: 'issuer',
};

test('a signed release without a certificate is refused, and told which variables are missing', () => {
  expect(() => build('win32', { VISIO_RELEASE: 'signed' })).toThrow('WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD');
  expect(() => build('darwin', { VISIO_RELEASE: 'signed' })).toThrow(
    'CSC_LINK, CSC_KEY_PASSWORD, APPLE_API_KEY',
  );
  const { APPLE_API_ISSUER: _, ...half } = apple;
  expect(() => build('darwin', { VISIO_RELEASE: 'signed', ...half })).toThrow('needs APPLE_API_ISSUER.');
});

test('an empty secret, which is how a workflow passes a missing one, is a missing one', () => {
  expect(() => build('win32', { VISIO_RELEASE: 'signed', ...windows, WIN_CSC_LINK: '' })).toThrow(
    'needs WIN_CSC_LINK.',
  );
});

test('a signed release stops where a file stays unsigned', () => {
  expect(build('win32', { VISIO_RELEASE: 'signed', ...windows })).toEqual({ forceCodeSigning: true });
  expect(build('darwin', { VISIO_RELEASE: 'signed', ...apple })).toEqual({ forceCodeSigning: true });
});

test('Windows signs in the cloud where that is set up, and half a set-up is refused', () => {
  const azureSignOptions = {
    endpoint: 'https://signing.example',
    codeSigningAccountName: 'account',
    certificateProfileName: 'profile',
    publisherName: 'CN=Publisher',
  };
  expect(build('win32', { VISIO_RELEASE: 'signed', ...azure, ...azureAccess })).toEqual({
    win: { azureSignOptions },
    forceCodeSigning: true,
  });
  expect(() => build('win32', { VISIO_RELEASE: 'signed', ...azure })).toThrow('AZURE_TENANT_ID');
  expect(() => build('win32', { ...azure, VISIO_AZURE_PROFILE: '' })).toThrow('VISIO_AZURE_PROFILE');
});

test('a release stands on the Electron of package.json, signed or not, on every system', () => {
  for (const VISIO_RELEASE of ['signed', 'unsigned'])
    expect(() => build('linux', { VISIO_RELEASE }, '33.2.1')).toThrow('Electron 45.4.1, and this is 33.2.1');
  expect(build('linux', {}, '33.2.1')).toEqual({});
  expect(build('linux', { VISIO_RELEASE: 'signed' })).toEqual({});
});

test('a package of a developer starts on an Apple processor, without a certificate', () => {
  expect(build('darwin', {}).mac).toMatchObject({ identity: '-', hardenedRuntime: false });
  expect(build('darwin', { CSC_NAME: 'Somebody' })).toEqual({});
});

test('a word that is neither signed nor unsigned is refused, not taken for one of them', () => {
  expect(() => build('linux', { VISIO_RELEASE: 'yes' })).toThrow('VISIO_RELEASE is yes');
});
