import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bearer, codeOf, startTestService } from '../../testing/test-service.ts';
import { openEmbedded } from '../../open-store.ts';
import { createSnapshotWriter, readSnapshot } from './snapshot-file.ts';
import { emptySnapshot } from './snapshot.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-store-'));
  file = path.join(directory, 'store.json');
});
afterEach(() => rm(directory, { recursive: true }));

/** The service as it is after a start, with what the last process left in the file. */
async function start(environment: NodeJS.ProcessEnv = {}) {
  let clock = (): number => Date.now();
  const store = await openEmbedded(file, () => clock());
  if (!store.ok) throw new Error(store.error);
  return startTestService(environment, (ofTest) => {
    clock = ofTest;
    return store.value;
  });
}

test('a service that was killed knows its meetings, codes, people and seats again', async () => {
  const before = await start({ VISIO_MAX_PARTICIPANTS: '2' });
  const opened = await before.open();
  const guest = await before.join(opened.meeting.links.participant);

  const after = await start({ VISIO_MAX_PARTICIPANTS: '2' });
  const refused = await after.post('/api/v1/invitations/join', {
    code: codeOf(opened.meeting.links.participant),
    displayName: 'Paul',
  });
  expect(refused.statusCode).toBe(409);
  const back = await after.post('/api/v1/participation/rejoin', {}, bearer(guest));
  expect(back.json()).toMatchObject({ participant: guest.participant, meeting: { id: opened.meeting.id } });
});

test('what was ended stays ended, and nothing of it is in the file but the name of its room, for a minute', async () => {
  const before = await start();
  const opened = (
    await before.post(
      '/api/v1/meetings',
      { displayName: 'Marie Gérard' },
      { headers: { 'idempotency-key': 'k' } },
    )
  ).json();
  await before.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const text = await readFile(file, 'utf8');
  for (const trace of [opened.meeting.id, opened.participant.identity, 'Marie']) {
    expect(text).not.toContain(trace);
  }
  const after = await start();
  const found = await after.post('/api/v1/invitations/lookup', {
    code: codeOf(opened.meeting.links.participant),
  });
  expect(found.statusCode).toBe(404);
});

test('the file holds no code and no token, and is readable by its owner alone', async () => {
  const service = await start();
  const opened = await service.open();
  const text = await readFile(file, 'utf8');
  expect(text).toContain(opened.meeting.id);
  for (const secret of [
    codeOf(opened.meeting.links.participant),
    codeOf(opened.meeting.links.moderator ?? ''),
    opened.participationToken,
    opened.livekitToken,
  ]) {
    expect(text).not.toContain(secret);
  }
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['store.json']);
});

test('a draft that a killed process left behind is in nobody’s way', async () => {
  await writeFile(`${file}.new`, '{"half');
  const service = await start();
  const opened = await service.open();
  expect(await readFile(file, 'utf8')).toContain(opened.meeting.id);
});

test('many changes at once share a write, and each answer waits for one that holds it', async () => {
  let state = 0;
  let taken = 0;
  const save = createSnapshotWriter(file, () => {
    taken += 1;
    return {
      ...emptySnapshot,
      replays: [{ key: String(state), fingerprint: '', until: 0, meetingId: '', identity: '' }],
    };
  });
  await Promise.all(
    Array.from({ length: 100 }, async (_item, index) => {
      state = index;
      await save();
      const read = await readSnapshot(file);
      expect(Number(read.ok && read.value.replays[0]?.key)).toBeGreaterThanOrEqual(index);
    }),
  );
  expect(taken).toBeLessThan(5);
});

test('a write that failed is reported to who waited for it and does not stop the next', async () => {
  const save = createSnapshotWriter(path.join(directory, 'later', 'store.json'), () => emptySnapshot);
  await expect(save()).rejects.toThrow('ENOENT');
  await mkdir(path.join(directory, 'later'));
  await expect(save()).resolves.toBeUndefined();
});

test('a file that is not ours is not taken for an empty store', async () => {
  expect(await readSnapshot(file)).toEqual({ ok: true, value: emptySnapshot });
  for (const text of ['', '{', '[]', '{"version":1,"meetings":[],"replays":[]}']) {
    await writeFile(file, text);
    expect((await openEmbedded(file, Date.now)).ok).toBe(false);
  }
});

test('a file that cannot be written is said at the start', async () => {
  const opened = await openEmbedded(path.join(directory, 'none', 'store.json'), Date.now);
  expect(opened).toEqual({ ok: false, error: expect.stringMatching(/^VISIO_STORE_FILE: cannot be written/) });
});

test('a start after the machine’s clock was set back goes on from the time that the last process had come to', async () => {
  const written = Date.now() + 3_600_000;
  await writeFile(file, JSON.stringify({ ...emptySnapshot, at: written }));
  const store = await openEmbedded(file);
  if (!store.ok) throw new Error(store.error);
  expect(store.value.now()).toBeGreaterThanOrEqual(written);
  expect(store.value.now()).toBeLessThan(written + 5000);
  expect(store.value.drift()).toBeLessThan(-3_590_000);
});
