import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'plist';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { preferenceDomain, readMacPolicies } from '../../src/main/policies/macos.ts';
import { resolveSettings } from '../../src/shared/settings/resolve-settings.ts';
import { root } from '../app/build.ts';
import { exampleValues } from './example-values.ts';
import { writeMobileconfig } from './mobileconfig.ts';

type Profile = {
  readonly PayloadType: string;
  readonly PayloadUUID: string;
  readonly PayloadContent: readonly {
    readonly PayloadType: string;
    readonly PayloadUUID: string;
    readonly PayloadContent: Readonly<
      Record<string, { readonly Forced: readonly { readonly mcx_preference_settings: object }[] }>
    >;
  }[];
};
const profile = parse(writeMobileconfig()) as unknown as Profile;

test('the profile forces preferences of the domain that the app is packaged under', () => {
  const { appId } = parseYaml(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as {
    appId: string;
  };
  const [payload] = profile.PayloadContent;
  expect([profile.PayloadType, payload?.PayloadType]).toEqual([
    'Configuration',
    'com.apple.ManagedClient.preferences',
  ]);
  expect(Object.keys(payload?.PayloadContent ?? {})).toEqual([appId]);
  expect(preferenceDomain).toBe(appId);
});

test('profile and payload have identifiers of their own', () => {
  const ids = [profile.PayloadUUID, ...profile.PayloadContent.map(({ PayloadUUID }) => PayloadUUID)];
  for (const id of ids) expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what the profile forces is what the app reads', () => {
  const forced = profile.PayloadContent[0]?.PayloadContent[preferenceDomain]?.Forced[0];
  const { layers, problems } = readMacPolicies({
    user: 'marie',
    readAsJson: (file) => (file.includes('marie') ? null : JSON.stringify(forced?.mcx_preference_settings)),
  });
  const resolved = resolveSettings(layers);
  expect([...problems, ...resolved.problems]).toEqual([]);
  expect(resolved.values).toEqual(exampleValues);
});
