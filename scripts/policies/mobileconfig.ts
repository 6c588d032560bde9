import { build } from 'plist';
import { preferenceDomain } from '../../src/main/policies/macos.ts';
import { exampleValues } from './example-values.ts';

// Profiles replace one another by identifier, and payloads by these: all stay.
const profileId = 'E2A0B7B6-3D0E-4B5F-8A43-7B7F4B0C6E52';
const payloadId = '5B1B5F0E-6C0B-4C59-9E0B-0B1C8A5A9D11';

/**
 * A configuration profile with every setting, to be cut down to what one wants: as forced preferences, which Apple
 * documents (com.apple.ManagedClient.preferences) and which bring no names of their own into the app's domain.
 */
export const writeMobileconfig = (): string =>
  `${build({
    PayloadContent: [
      {
        PayloadContent: {
          [preferenceDomain]: { Forced: [{ mcx_preference_settings: plain(exampleValues) }] },
        },
        PayloadDisplayName: 'Visio-Agents',
        PayloadIdentifier: `${preferenceDomain}.policies.preferences`,
        PayloadType: 'com.apple.ManagedClient.preferences',
        PayloadUUID: payloadId,
        PayloadVersion: 1,
      },
    ],
    PayloadDescription: 'Policies of Visio-Agents.',
    PayloadDisplayName: 'Visio-Agents',
    PayloadIdentifier: `${preferenceDomain}.policies`,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: profileId,
    PayloadVersion: 1,
  })}\n`;

/** The parser's types want arrays that can be changed. */
const plain = (values: typeof exampleValues): Record<string, string | boolean | string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
