import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { limits } from '../../src/shared/meeting-limits.ts';
import { root } from '../app/build.ts';
import { readConfig } from '../../src/service/config/config.ts';
import { languages } from '../../src/shared/settings/settings.ts';
import { words } from '../../src/shared/words/words.ts';
import { deployDirectory, fillTemplates, readTemplates } from './fill.ts';
import { newSecrets, readSettings, readSettingsFile, withValues } from './settings.ts';

const example = (name: string): Promise<string> => readFile(path.join(deployDirectory, name), 'utf8');
const filledExample = async () => {
  const settings = readSettings(await example('settings.env'), 'settings.env');
  return fillTemplates(await readTemplates(), { settings, secrets: newSecrets() });
};
const textOf = async (name: string): Promise<string> =>
  (await filledExample()).find((file) => file.path === name)?.text ?? '';
const namesIn = (text: string): string[] =>
  [...text.matchAll(/^(VISIO_[A-Z_]+)=/gm)].map(([, name = '']) => name);

const tiny = [
  { path: 'config/node@.yaml', text: 'me: ${INSTANCE}\nport: ${NODE_PORT}\nredis: ${REDIS}\n' },
  { path: 'config/node.secret.env', text: 'KEY=${KEY}\n' },
];
const fillTiny = (settings: Record<string, string>, secrets: Record<string, string> = { KEY: 'k' }) =>
  fillTemplates(tiny, { settings, secrets });

test('the settings that an operator starts from fill every file, and none of them is in vain', async () => {
  const files = await filledExample();
  expect(files.map((file) => file.path)).toContain('config/livekit-b.yaml');
  for (const { text } of files) expect(text).not.toMatch(/\$\{[A-Z]/);
});

test('each node gets its own values where it has some, and the common ones otherwise', () => {
  const files = fillTiny({ NODE_A_PORT: '1', NODE_B_PORT: '2', REDIS: 'r' });
  expect(files.map(({ path: file, text }) => [file, text])).toEqual([
    ['config/node-a.yaml', 'me: a\nport: 1\nredis: r\n'],
    ['config/node-b.yaml', 'me: b\nport: 2\nredis: r\n'],
    ['config/node.secret.env', 'KEY=k\n'],
  ]);
});

test('whatever is missing or misspelt is named, all at once', () => {
  expect(() => fillTiny({ NODE_A_PORT: '1', REDIS: 'r', NODE_B_PROT: '2' })).toThrow(
    'NODE_B_PORT has no value\nNODE_B_PROT is used by no file',
  );
});

test('a secret goes into files for root alone, and a file for all cannot hold one', async () => {
  expect(() => fillTiny({ NODE_A_PORT: '1', NODE_B_PORT: '2' }, { KEY: 'k', REDIS: 's' })).toThrow(
    'REDIS is a secret, and config/node-a.yaml is open',
  );
  const secrets = newSecrets();
  const settings = readSettings(await example('settings.env'), 'settings.env');
  const files = fillTemplates(await readTemplates(), { settings, secrets });
  const open = files.filter((file) => !file.isSecret).map((file) => file.text);
  const shown = Object.entries(secrets).filter(
    ([, value]) => value !== '' && open.join('\n').includes(value),
  );
  expect(shown).toEqual([]);
});

test('settings are lines NAME=value; anything else is named by its line, and never taken half', () => {
  expect(readSettings('# a comment\n\nA=1 = 2 \nB=\n', 'x')).toEqual({ A: '1 = 2', B: '' });
  expect(() => readSettings('A=1\nB 2\nC="3"\nA=4\nD=\\n', 'mine.env')).toThrow(
    'mine.env:2, mine.env:3, mine.env:4, mine.env:5.',
  );
});

test('fresh secrets have a value for every line that is ours to fill, long enough, and never the same', async () => {
  const text = withValues(await example('secrets.env'), newSecrets());
  const secrets = readSettings(text, 'secrets.env');
  expect(Object.keys(secrets)).toEqual(Object.keys(newSecrets()));
  const empty = Object.keys(secrets).filter((name) => secrets[name] === '');
  expect(empty).toEqual([
    'LIVEKIT_OTHER_KEYS',
    'VISIO_OIDC_INTROSPECTION_CLIENT_SECRET',
    'VISIO_OIDC_WEB_CLIENT_SECRET',
  ]);
  const ours = Object.values(secrets).filter((secret) => secret !== '');
  for (const secret of ours) expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(new Set(ours).size).toBe(ours.length);
  expect(text).toContain('# Of the two Redis');
});

test('every variable of the service stands in its environment files', async () => {
  const directory = path.join(root, 'src/service/config');
  const sources = (await readdir(directory)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const known = new Set<string>();
  for (const name of sources) {
    const source = await readFile(path.join(directory, name), 'utf8');
    for (const [, variable = ''] of source.matchAll(/^\s*(VISIO_[A-Z_]+):/gm)) known.add(variable);
  }
  // For a service that runs alone; here the meetings are in Redis.
  known.delete('VISIO_STORE_FILE');
  const open = await textOf('config/service-a.env');
  const secret = await textOf('config/service.secret.env');
  const given = new Set(namesIn(open + secret));
  expect([...known].filter((name) => !given.has(name))).toEqual([]);
});

test('the service accepts what an operator who has agents sign in fills its files with', async () => {
  const settings = {
    ...readSettings(await example('settings.env'), 'settings.env'),
    VISIO_OIDC_INTROSPECTION: 'required',
    VISIO_OIDC_INTROSPECTION_CLIENT_ID: 'visio-service',
    VISIO_OIDC_WEB_CLIENT_ID: 'visio-web',
    VISIO_AGENT_RULE: 'realm_access.roles=agent,directeur',
    VISIO_SIP_TRUNK_ID: 'ST_trunk',
    VISIO_SIP_NUMBER: '+33 1 23 45 67 89',
  };
  const secrets = {
    ...newSecrets(),
    VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: 'of introspection',
    VISIO_OIDC_WEB_CLIENT_SECRET: 'of the web',
  };
  const files = fillTemplates(await readTemplates(), { settings, secrets });
  // As systemd reads them (visio-service@.service).
  const environmentOf = (instance: string) =>
    Object.fromEntries(
      [`config/service-${instance}.env`, 'config/service.secret.env'].flatMap((name) =>
        Object.entries(readSettings(files.find((file) => file.path === name)?.text ?? '', name)),
      ),
    );
  for (const instance of ['a', 'b']) {
    expect(readConfig(environmentOf(instance))).toMatchObject({
      ok: true,
      value: {
        agents: { rule: { claim: 'realm_access.roles' }, introspection: { of: 'every-token' } },
        signIn: { issuer: 'https://sso.example', clientId: 'visio-agents' },
        trustProxy: ['10.0.0.10/32'],
        telephone: { number: '+33 1 23 45 67 89' },
        audit: { file: `/var/log/visio-service-${instance}/audit.jsonl` },
      },
    });
  }
});

test('where no instance answers, nginx says so in the words of the app', async () => {
  const pages = (await textOf('config/nginx-pages.conf')).replaceAll(String.raw`\'`, "'");
  const headers = await textOf('config/nginx-page-headers.conf');
  expect(headers).toContain(`Content-Language "${languages.join(', ')}"`);
  for (const [place, language] of languages.entries()) {
    const heading = place === 0 ? 'h1' : 'h2';
    const { endings, landing } = words[language];
    const { title } = endings.failure['service-unreachable'];
    expect(pages).toContain(
      `<${heading}>${title}</${heading}><p>${endings.failure['service-busy'].advice}</p>`,
    );
    expect(pages).toContain(`<p>${landing.refused.unreadable.advice}</p>`);
  }
});

test('what the service’s Redis has answered survives a power cut; LiveKit’s, whose rooms are made again, may lose a second', async () => {
  const setting = async (name: string) =>
    /^appendfsync (\w+)$/m.exec(await textOf(`config/redis-${name}.conf`))?.[1];
  expect([await setting('service'), await setting('livekit')]).toEqual(['always', 'everysec']);
});

test('a file as an editor of Windows writes it is read, and one in another encoding is refused by its line', () => {
  const bytes = Buffer.from('\ufeffA=é\r\nB=2\r\n');
  expect(readSettingsFile(bytes, 'mine.env')).toEqual({ A: 'é', B: '2' });
  expect(() => readSettingsFile(Buffer.from('A=1\nB=é\n', 'latin1'), 'mine.env')).toThrow('mine.env:2');
});

test('LiveKit keeps an empty room for ten minutes more than the longest meeting lasts', async () => {
  const text = await textOf('config/livekit-a.yaml');
  const seconds = [...text.matchAll(/^ {2}(?:empty|departure)_timeout: (\d+)$/gm)].map(([, each]) =>
    Number(each),
  );
  const longest = (limits.maxMinutes + 10) * 60;
  expect(seconds).toEqual([longest, longest]);
});

test('what operators read of the limits is what the service holds to', async () => {
  const { maxParticipants, maxMinutes, emptyMinutes, neverJoinedMinutes } = limits;
  const read = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');
  expect(await textOf('config/service-a.env')).toContain(
    `${maxParticipants} participants, ${maxMinutes} minutes, ${emptyMinutes} after the last one left, ${neverJoinedMinutes} if nobody came.`,
  );
  const table = (await read('docs/service.md')).replaceAll(/ +/g, ' ');
  for (const row of [
    `| \`VISIO_MAX_PARTICIPANTS\` | ${maxParticipants} |`,
    `| \`VISIO_MAX_MINUTES\` | ${maxMinutes} |`,
    `| At most ${maxMinutes} minutes |`,
  ])
    expect(table).toContain(row);
  expect(await read('README.md')).toContain(`${maxParticipants} participants, ${maxMinutes} minutes`);
  const operation = await read('docs/operation.md');
  expect(operation).toContain(`meetings live ${maxMinutes} minutes`);
  expect(operation).toContain(`ends at ${maxMinutes} minutes`);
});
