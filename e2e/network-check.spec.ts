import { RoomServiceClient } from 'livekit-server-sdk';
import { peopleInRoom } from '../scripts/probe/people-in-room.ts';
import type { Stack } from '../scripts/stack/start-stack.ts';
import { expect, test } from './fixtures.ts';
import { chooseMicrophone, openMeeting } from './support/page/journey.ts';
import { checkNetwork, networkSection, startNetworkCheck } from './support/network/network-results.ts';

/** LiveKit's rooms, told apart by their names: who is in the meeting, and who tries the network out. */
function lookInto({ livekitUrl, apiKey, apiSecret }: Stack) {
  const rooms = new RoomServiceClient(livekitUrl.replace(/^ws/, 'http'), apiKey, apiSecret);
  const peopleIn = async (isWanted: (name: string) => boolean) => {
    const names = (await rooms.listRooms()).map(({ name }) => name).filter(isWanted);
    const people = await Promise.all(names.map((name) => peopleInRoom(rooms, name)));
    return people.flat().map(({ sid, tracks }) => ({ sid, tracks: tracks.map((track) => track.sid) }));
  };
  const isCheck = (name: string): boolean => /-check[0-9a-f]{32}$/.test(name);
  return {
    inMeeting: () => peopleIn((name) => !isCheck(name)),
    trying: async () => (await peopleIn(isCheck)).length,
  };
}

test('in a meeting the network can be checked, and the meeting goes on as if nothing was', async ({
  launch,
  stack,
}) => {
  const agent = await launch();
  const { inMeeting, trying } = lookInto(stack);
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  await expect.poll(async () => (await inMeeting())[0]?.tracks).toHaveLength(1);
  const before = await inMeeting();

  await agent.page.getByRole('button', { name: 'Choisir le micro et les haut-parleurs' }).click();
  expect(await checkNetwork(agent.page)).toMatchObject({
    'Son et vidéo par UDP': 'Fonctionne',
    "Envoi d'un son": 'Fonctionne',
    'Son et vidéo par un relais (TURN)': 'Non proposé',
    'Son et vidéo par TCP': 'Non proposé',
  });
  // The same connection, and the same track on it.
  expect(await inMeeting()).toEqual(before);
  await expect.poll(trying).toBe(0);
});

test('a check whose page is closed has hung up, and nothing of it is heard of any more', async ({
  launch,
  stack,
}) => {
  const { page } = await launch();
  const { trying } = lookInto(stack);
  // Nothing is ever known to have arrived: the check would go on for seconds.
  await page.evaluate(() => {
    RTCRtpSender.prototype.getStats = () => new Promise(() => undefined);
  });
  await startNetworkCheck(page);
  await expect.poll(trying, { intervals: [20] }).toBe(1);
  await page.keyboard.press('Escape');
  await expect(networkSection(page)).toBeHidden();
  await expect.poll(trying, { timeout: 2000 }).toBe(0);
});

test('a check that is stopped says so, and can be begun again, all with one key', async ({ launch }) => {
  const { page } = await launch();
  await startNetworkCheck(page);
  const section = networkSection(page);
  await expect(section.getByRole('button', { name: 'Arrêter la vérification' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('status')).toContainText('La vérification a été arrêtée.');
  await expect(section.getByRole('button', { name: 'Vérifier de nouveau' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(section.getByText('Ce réseau convient aux réunions.')).toBeVisible({ timeout: 20_000 });
});

const skippedFrom = (websocket: string) => ({
  'Serveur de médias (WebSocket)': websocket,
  'Son et vidéo par UDP': 'Non vérifié',
  "Envoi d'un son": 'Non vérifié',
  'Son et vidéo par un relais (TURN)': 'Non vérifié',
  'Son et vidéo par TCP': 'Non vérifié',
});

test('where the service is down that is what is said, and the network is not blamed', async ({
  launch,
  stack,
}) => {
  const { page } = await launch();
  await stack.killService();
  expect(await checkNetwork(page)).toEqual({
    'Service de réunion': 'Ne fonctionne pas',
    ...skippedFrom('Non vérifié'),
  });
  await expect(networkSection(page).getByText('Le service de réunion ne répond pas.')).toBeVisible();
});

test.describe('where nobody answers at the media server', () => {
  // The discard port of loopback.
  test.use({ serviceEnv: { VISIO_LIVEKIT_PUBLIC_URL: 'ws://127.0.0.1:9' } });

  test('the way into meetings is said to be blocked', async ({ launch }) => {
    const { page } = await launch();
    expect(await checkNetwork(page)).toEqual({
      'Service de réunion': 'Fonctionne',
      ...skippedFrom('Ne fonctionne pas'),
    });
    await expect(networkSection(page).getByText("L'entrée dans une réunion est bloquée.")).toBeVisible();
  });
});
