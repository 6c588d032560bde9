import type { Configuration } from 'electron-builder';
import { Unprepared } from '../log.ts';

type Build = {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The Electron that is packaged. */
  readonly electron: string;
  /** The one that package.json names. */
  readonly wanted: string;
};

/**
 * What the environment adds to the settings. With `VISIO_RELEASE=signed` the packages are for users: they stand on the
 * Electron of package.json, and are signed and notarised; `unsigned` waives the latter. Without it, packages are signed
 * if there is something to sign with.
 * @throws {Unprepared} that names what is missing.
 */
export function releaseSettings({ env, platform, electron, wanted }: Build): Configuration {
  const release = env['VISIO_RELEASE'];
  if (release !== undefined && release !== 'signed' && release !== 'unsigned')
    throw new Unprepared(`VISIO_RELEASE is ${release}: it may be signed or unsigned.`);
  if (release !== undefined && electron !== wanted)
    throw new Unprepared(
      `A release stands on Electron ${wanted}, and this is ${electron}: its own installer must reach the network.`,
    );
  const signer = signers[platform]?.(env);
  if (release !== 'signed' || signer === undefined) return signer?.settings ?? {};
  if (signer.missing.length > 0)
    throw new Unprepared(
      `A signed release needs ${signer.missing.join(', ')}. VISIO_RELEASE=unsigned makes one that the system warns of.`,
    );
  return { ...signer.settings, forceCodeSigning: true };
}

type Signer = (env: NodeJS.ProcessEnv) => {
  readonly settings: Configuration;
  readonly missing: readonly string[];
};

const without = (env: NodeJS.ProcessEnv, names: readonly string[]): string[] =>
  names.filter((name) => !env[name]);

// Where the key never leaves Microsoft's service. The last three are how its module signs in; electron-builder asks for
// the others in its settings.
const azure = ['VISIO_AZURE_ENDPOINT', 'VISIO_AZURE_ACCOUNT', 'VISIO_AZURE_PROFILE', 'VISIO_AZURE_PUBLISHER'];
const azureAccess = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'];
const notary = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

const signers: Partial<Record<NodeJS.Platform, Signer>> = {
  win32: (env) => {
    const [endpoint, codeSigningAccountName, certificateProfileName, publisherName] = azure.map(
      (name) => env[name],
    );
    if (!endpoint) return { settings: {}, missing: without(env, ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']) };
    if (!codeSigningAccountName || !certificateProfileName || !publisherName)
      throw new Unprepared(`Signing with Azure needs ${without(env, azure).join(', ')}.`);
    const azureSignOptions = { endpoint, codeSigningAccountName, certificateProfileName, publisherName };
    return { settings: { win: { azureSignOptions } }, missing: without(env, azureAccess) };
  },
  darwin: (env) => {
    if (env['CSC_LINK'] || env['CSC_NAME'])
      return { settings: {}, missing: without(env, ['CSC_LINK', 'CSC_KEY_PASSWORD', ...notary]) };
    // Apple processors run nothing unsigned. A signature without a certificate is enough for this machine, but no two
    // files have the same signer, which the hardened runtime asks for.
    return {
      settings: { mac: { identity: '-', hardenedRuntime: false, notarize: false } },
      missing: without(env, ['CSC_LINK', 'CSC_KEY_PASSWORD', ...notary]),
    };
  },
};
