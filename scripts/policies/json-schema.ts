import { mostAddresses, origin, type Kind } from '../../src/shared/settings/kinds.ts';
import { settingNames, settings } from '../../src/shared/settings/settings.ts';
import { words } from '../../src/shared/words/words.ts';

/** For editors and for checks before a file goes out. The app reads policy files without it. */
export const writeJsonSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:visio-agents:policies',
      title: 'A policy file of Visio-Agents',
      description: 'Goes into /etc/visio-agents/policies, under any name that ends in .json.',
      type: 'object',
      properties: {
        $schema: { type: 'string' },
        ...Object.fromEntries(
          settingNames.map((name) => {
            const { label, help } = words.en.settings.names[name];
            const { kind, fallback } = settings[name];
            return [
              name,
              { title: label, description: help, ...schemas[kind.form](kind), default: fallback },
            ];
          }),
        ),
      },
      additionalProperties: false,
    },
    null,
    2,
  )}\n`;

const octet = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
// A name that ended in a number would be taken for an address.
const name = String.raw`([A-Za-z0-9_-]+\.)*[A-Za-z_-][A-Za-z0-9_-]*`;
const numbers = String.raw`(${octet}\.){3}${octet}|\[[0-9A-Fa-f:]+\]`;
const port = '(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4}))?';
const secure = `https://(${name}|${numbers})${port}`;
const loopback = String.raw`http://(localhost|127\.(${octet}\.){2}${octet}|\[::1\])${port}`;
const hostPattern = `^(${name}|${numbers})${port}$`;
const originPattern = `^(${secure}|${loopback})/?$`;
const addressPattern = `^(${secure}|${loopback})([/?#][!-~]*)?$`;

const schemas: Readonly<Record<Kind<unknown>['form'], (kind: Kind<unknown>) => object>> = {
  switch: () => ({ type: 'boolean' }),
  choice: ({ options }) => ({ enum: options }),
  text: ({ longest: maxLength }) => ({
    type: 'string',
    maxLength,
    pattern: String.raw`^[^\u0000-\u001f\u007f-\u009f]*$`,
  }),
  address: (kind) => ({
    type: 'string',
    maxLength: kind.longest,
    pattern: `^$|${kind === origin ? originPattern : addressPattern}`,
  }),
  addresses: ({ longest: maxLength }) => ({
    type: 'array',
    maxItems: mostAddresses,
    items: { type: 'string', maxLength, pattern: originPattern },
  }),
  hosts: ({ longest: maxLength }) => ({
    type: 'array',
    maxItems: mostAddresses,
    items: { type: 'string', maxLength, pattern: hostPattern },
  }),
};
