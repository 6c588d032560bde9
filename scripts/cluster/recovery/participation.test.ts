import { afterEach, expect, test, vi } from 'vitest';
import { startTestService, type TestService } from '../../../src/service/testing/test-service.ts';
import { serviceApi } from '../../../src/shared/service-api.ts';
import { freeTcpPort } from '../../stack/free-port.ts';
import { takePart } from './participation.ts';

let service: TestService;
afterEach(async () => {
  vi.restoreAllMocks();
  await service.app.close();
});

/** An opener and a guest who takes part, at a service on loopback. */
async function scene() {
  const port = await freeTcpPort();
  const origin = `http://127.0.0.1:${port}`;
  service = await startTestService({ VISIO_PUBLIC_URL: origin, VISIO_PORT: String(port) });
  await service.app.listen({ host: '127.0.0.1', port });
  const post = async (path: string, body: unknown, token?: string) =>
    service.post(path, body, {
      headers: {
        host: `127.0.0.1:${port}`,
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
  const opened = (await post(serviceApi.openMeeting.path, {})).json();
  const code = String(opened.meeting.links.participant).split('/').at(-1);
  const guest = (await post(serviceApi.join.path, { code, displayName: 'Marie' })).json();
  const fetched = vi.spyOn(globalThis, 'fetch');
  const participation = takePart(origin, guest);
  // The stream of events is open.
  await fetched.mock.results[0]?.value;
  const changed = vi.fn();
  participation.onChange(changed);
  return {
    participation,
    changed,
    guest,
    end: () => post(serviceApi.endMeeting.path, {}, opened.participationToken),
  };
}

test('a rejoin brings a new admission to the same meeting, without what speaks for us', async () => {
  const { participation, changed, guest } = await scene();
  const before = participation.admission();
  expect(await participation.rejoin()).toMatchObject({ ok: true });
  expect(participation.admission()?.meeting.id).toBe(guest.meeting.id);
  expect(participation.admission()).not.toBe(before);
  expect(participation.admission()).not.toHaveProperty('participationToken');
  expect(changed).toHaveBeenCalledOnce();
  participation.stop();
});

test('a meeting that is ended ends the participation, with its reason', async () => {
  const { participation, changed, end } = await scene();
  await end();
  await expect.poll(() => participation.over()).toBe('moderator');
  expect(participation.admission()).toBeNull();
  expect(changed).toHaveBeenCalledOnce();
  participation.stop();
});
