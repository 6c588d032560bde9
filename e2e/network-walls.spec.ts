import { startStack, type Stack } from '../scripts/stack/start-stack.ts';
import { expect, test as base } from './fixtures.ts';
import { checkoutProgram } from './support/app-program.ts';
import { makeAuthority, type Authority } from './support/authority.ts';
import { closeNetwork, type ClosedNetwork } from './support/closed-network.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { checkNetwork, networkSection } from './support/network-results.ts';
import { startTlsFront, type TlsFront } from './support/tls-front.ts';
import { makeTrustingHome } from './support/trusting-home.ts';

type Parts = {
  /** LiveKit's, with a wall in front of it. */
  readonly network: ClosedNetwork;
  readonly authority: Authority;
  /** What the app reaches LiveKit's WebSocket at. */
  readonly front: TlsFront;
  /** LiveKit with all ways to it: UDP, TCP, and TURN under TLS. */
  readonly stack: Stack;
  readonly app: RunningApp;
};

const test = base.extend<Parts>({
  network: async ({ guard }, provide) => {
    const network = await closeNetwork(guard);
    await provide(network);
    await network.remove();
  },
  authority: async ({ guard, network }, provide) =>
    provide(await makeAuthority(guard, `IP:127.0.0.1,IP:${network.inside}`)),
  front: async ({ authority }, provide) => {
    const front = await startTlsFront(authority);
    await provide(front);
    front.close();
  },
  stack: async ({ network, authority, front }, provide) => {
    const stack = await startStack({
      serviceEnv: { VISIO_LIVEKIT_PUBLIC_URL: `wss://127.0.0.1:${front.port}` },
      network: { namespace: network.namespace, address: network.inside },
      turn: { address: network.inside, certFile: authority.certFile, keyFile: authority.keyFile },
    });
    front.to(Number(new URL(stack.livekitUrl).port), network.inside);
    await provide(stack);
    await stack.stop();
  },
  app: async ({ guard, electronRuntime, stack, authority }, provide) => {
    const env = { HOME: await makeTrustingHome(guard, authority) };
    const program = checkoutProgram(electronRuntime);
    // No microphone is needed to check a network.
    const app = await launchApp({ program, serverUrl: stack.serviceUrl, guard }, { microphone: null, env });
    await provide(app);
    await app.close();
  },
});

const [works, blocked] = ['Fonctionne', 'Ne fonctionne pas'];
const said = (udp: string, publish: string, turn: string, tcp: string) => ({
  'Service de réunion': works,
  'Serveur de médias (WebSocket)': works,
  'Son et vidéo par UDP': udp,
  "Envoi d'un son": publish,
  'Son et vidéo par un relais (TURN)': turn,
  'Son et vidéo par TCP': tcp,
});

test('@long on a network that lets everything through every way is said to work', async ({ app }) => {
  expect(await checkNetwork(app.page)).toEqual(said(works, works, works, works));
  await expect(networkSection(app.page).getByText('Ce réseau convient aux réunions.')).toBeVisible();
});

test('@long where UDP is blocked, meetings are said to work over TCP', async ({ app, network }) => {
  await network.drop('meta l4proto udp');
  expect(await checkNetwork(app.page)).toEqual(said(blocked, works, works, works));
  await expect(
    networkSection(app.page).getByText('Les réunions fonctionnent, mais leur qualité peut souffrir.'),
  ).toBeVisible();
});

test('@long where media get through neither by UDP nor by TCP, meetings are said to work through the relay', async ({
  app,
  network,
  stack,
}) => {
  await network.drop('meta l4proto udp');
  await network.drop(`tcp dport != { 443, ${new URL(stack.livekitUrl).port} }`);
  expect(await checkNetwork(app.page)).toEqual(said(blocked, works, works, blocked));
  await expect(networkSection(app.page).getByText('Les réunions fonctionnent par un relais.')).toBeVisible();
});

test('@long where nothing but the WebSocket gets through, nothing is said to work that does not', async ({
  app,
  network,
  stack,
}) => {
  await network.drop('meta l4proto udp');
  await network.drop(`tcp dport != ${new URL(stack.livekitUrl).port}`);
  expect(await checkNetwork(app.page)).toEqual(said(blocked, blocked, blocked, blocked));
  await expect(networkSection(app.page).getByText('Ni le son ni la vidéo ne passent.')).toBeVisible();
});
