import { startStack, type Stack } from '../scripts/stack/start-stack.ts';
import { expect, test as base } from './fixtures.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import {
  makeCertificateAuthority,
  type CertificateAuthority,
} from './support/network/certificate-authority.ts';
import { closeNetwork, type ClosedNetwork } from './support/network/closed-network.ts';
import {
  chooseListening,
  chooseMicrophone,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/page/journey.ts';
import { launchApp, type AppOptions, type RunningApp } from './support/app/launch-app.ts';
import { checkNetwork, networkSection } from './support/network/network-results.ts';
import { startTlsFront, type TlsFront } from './support/network/tls-front.ts';
import { makeTrustingHome } from './support/network/trusting-home.ts';

type Parts = {
  /** LiveKit's, with a wall in front of it. */
  readonly network: ClosedNetwork;
  readonly authority: CertificateAuthority;
  /** What the app reaches LiveKit's WebSocket at. */
  readonly front: TlsFront;
  /** LiveKit with all ways to it: UDP, TCP, and TURN under TLS. */
  readonly stack: Stack;
  readonly start: (options: AppOptions) => Promise<RunningApp>;
  readonly app: RunningApp;
};

const test = base.extend<Parts>({
  network: async ({ guard }, provide) => {
    const network = await closeNetwork(guard);
    await provide(network);
    await network.remove();
  },
  authority: async ({ guard, network }, provide) =>
    provide(await makeCertificateAuthority(guard, `IP:127.0.0.1,IP:${network.inside}`)),
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
  start: async ({ guard, electronRuntime, stack, authority }, provide) => {
    const running: RunningApp[] = [];
    const env = { HOME: await makeTrustingHome(guard, authority) };
    const program = checkoutProgram(electronRuntime);
    await provide(async (options) => {
      const app = await launchApp({ program, serverUrl: stack.serviceUrl, guard }, { ...options, env });
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close()));
  },
  // No microphone is needed to check a network.
  app: async ({ start }, provide) => provide(await start({ microphone: null })),
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

test('@long where neither UDP nor the relay gets through, people hear one another over TCP', async ({
  start,
  network,
  stack,
}) => {
  test.setTimeout(120_000);
  await network.drop('meta l4proto udp');
  // By construction: what is left is LiveKit's WebSocket, and the one port that it takes media on.
  await network.drop('tcp dport 443');
  expect(stack.livekitUrl).not.toContain(':443');
  const agent = await start({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await start({ microphone: null, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 440);
});
