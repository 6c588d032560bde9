import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serviceFailures } from '../src/shared/failure.ts';
import { eventsPath, meetingEvent } from '../src/shared/meeting-events.ts';
import { serviceApi } from '../src/shared/service-api.ts';
import { root } from './app/build.ts';

test('docs/api.md names every call, every event, and every refusal with its status', async () => {
  const page = await readFile(path.join(root, 'docs/api.md'), 'utf8');
  for (const { method, path: at } of [...Object.values(serviceApi), { method: 'GET', path: eventsPath }])
    expect(page).toContain(`\`${method} ${at}\``);
  const [, events = ''] = /^\*\*Events\*\* are (.+);/m.exec(page) ?? [];
  expect([...events.matchAll(/`([a-z-]+)`/g)].map(([, type]) => type)).toEqual(
    meetingEvent.options.map(({ shape }) => shape.type.value),
  );
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) /gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  expect(Object.fromEntries(rows)).toEqual(serviceFailures);
});
