import { once } from 'node:events';
import { mkdtemp, chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStack, type Stack } from '../scripts/stack/start-stack.ts';
import { expect, test as base } from './fixtures.ts';
import { walkThroughForms } from './sign-in/walk-through-forms.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import {
  makeCertificateAuthority,
  type CertificateAuthority,
} from './support/network/certificate-authority.ts';
import { closeNetwork, type ClosedNetwork } from './support/network/closed-network.ts';
import { chooseMicrophone, expectToHear, invitation, joinAs, openMeeting } from './support/page/journey.ts';
import { launchApp, type AppOptions, type RunningApp } from './support/app/launch-app.ts';
import { checkNetwork } from './support/network/network-results.ts';
import { startPasswordProxy, type PasswordProxy } from './support/network/password-proxy.ts';
import { giveLogin, promptOf } from './support/network/proxy-prompt.ts';
import { startTlsFront, type TlsFront } from './support/network/tls-front.ts';
import { makeTrustingHome } from './support/network/trusting-home.ts';

/** Where nobody else of this machine listens on port 443, which LiveKit's TURN is told at. */
const turnAddress = '127.78.0.1';

type Fronts = { readonly service: TlsFront; readonly media: TlsFront };
type Parts = {
  readonly authority: CertificateAuthority;
  /** A home folder that trusts the authority, as an administrator has set it up. */
  readonly trusting: string;
  readonly fronts: Fronts;
  readonly behindTls: Stack;
  readonly network: ClosedNetwork;
  readonly office: PasswordProxy;
  readonly start: (options: AppOptions & { readonly enclosed: boolean }) => Promise<RunningApp>;
};

const test = base.extend<Parts>({
  authority: async ({ guard }, provide) =>
    provide(await makeCertificateAuthority(guard, `IP:127.0.0.1,IP:${turnAddress}`)),
  trusting: async ({ guard, authority }, provide) => provide(await makeTrustingHome(guard, authority)),
  fronts: async ({ authority }, provide) => {
    const fronts = { service: await startTlsFront(authority), media: await startTlsFront(authority) };
    await provide(fronts);
    fronts.service.close();
    fronts.media.close();
  },
  behindTls: async ({ authority, fronts, provider }, provide) => {
    const stack = await startStack({
      serviceEnv: {
        ...provider.environment(`https://127.0.0.1:${fronts.service.port}`),
        VISIO_PUBLIC_URL: `https://127.0.0.1:${fronts.service.port}`,
        VISIO_LIVEKIT_PUBLIC_URL: `wss://127.0.0.1:${fronts.media.port}`,
      },
      turn: { address: turnAddress, certFile: authority.certFile, keyFile: authority.keyFile },
    });
    fronts.service.to(Number(new URL(stack.serviceUrl).port));
    fronts.media.to(Number(new URL(stack.livekitUrl).port));
    await provide(stack);
    await stack.stop();
  },
  network: async ({ guard }, provide) => {
    const network = await closeNetwork(guard);
    await provide(network);
    await network.remove();
  },
  office: async ({ network }, provide) => {
    const proxy = await startPasswordProxy(network.gateway);
    await provide(proxy);
    await proxy.close();
  },
  start: async ({ guard, electronRuntime, network, fronts, behindTls, trusting }, provide) => {
    expect(behindTls.serviceUrl).toContain('127.0.0.1');
    const running: RunningApp[] = [];
    await provide(async ({ enclosed, env, ...options }) => {
      const plain = checkoutProgram(electronRuntime);
      const program = enclosed ? await network.enclose(plain) : plain;
      const serverUrl = `https://127.0.0.1:${fronts.service.port}`;
      const app = await launchApp(
        { program, serverUrl, guard },
        { ...options, env: { HOME: trusting, ...env } },
      );
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close()));
  },
});

test('@long behind a proxy that wants a password, with no other way out, an agent signs in, opens a meeting and is heard', async ({
  start,
  office,
  network,
  guard,
  fronts,
}) => {
  test.setTimeout(180_000);
  // An address that stands for any other (RFC 5737).
  expect((await network.run('ip', 'route', 'get', '192.0.2.1')).stderr).toContain('unreachable');
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-opener-'));
  guard.removeAtEnd(folder);
  const opened = path.join(folder, 'address');
  await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`);
  await chmod(path.join(folder, 'xdg-open'), 0o755);
  const agent = await start({
    enclosed: true,
    microphone: 440,
    switches: [`--proxy-server=http://${network.gateway}:${office.port}`, '--proxy-bypass-list=<-loopback>'],
    env: { PATH: `${folder}:${process.env['PATH']}` },
  });
  await giveLogin(await promptOf(agent.electron));
  await agent.page.getByRole('banner').getByRole('button', { name: "S'identifier" }).click();
  const read = (): Promise<string> => readFile(opened, 'utf8').catch(() => '');
  await expect.poll(read).toContain('redirect_uri');
  const address = new URL(await read());
  const back = await walkThroughForms(address, 'marie', address.searchParams.get('redirect_uri') ?? '');
  // The browser is on the same computer, so in the same network.
  expect((await network.run('curl', '--silent', '--show-error', back.href)).stdout).toContain(
    'Vous pouvez fermer cet onglet',
  );
  await expect(agent.page.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
  expect(await checkNetwork(agent.page)).toMatchObject({
    'Serveur de médias (WebSocket)': 'Fonctionne',
    'Son et vidéo par UDP': 'Ne fonctionne pas',
    "Envoi d'un son": 'Fonctionne',
    'Son et vidéo par un relais (TURN)': 'Fonctionne',
  });
  await agent.page.getByRole('button', { name: "J'ai terminé" }).click();
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);

  const guest = await start({ enclosed: false, microphone: 880 });
  await guest.page
    .getByRole('textbox', { name: 'Rejoindre avec un lien' })
    .fill(await invitation(agent.page));
  await guest.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await joinAs(guest.page, 'Paul');
  await chooseMicrophone(guest.page);
  await expectToHear(guest, 440);
  await expectToHear(agent, 880);
  // Service, LiveKit's WebSocket, and the media by TURN under TLS: all through the proxy.
  expect(office.passed).toContain(`127.0.0.1:${fronts.service.port}`);
  expect(office.passed).toContain(`127.0.0.1:${fronts.media.port}`);
  expect(office.passed).toContain(`${turnAddress}:443`);
});

test('@long a network that changes while somebody types their password costs them nothing', async ({
  start,
  office,
  network,
}) => {
  const agent = await start({
    enclosed: true,
    switches: [`--proxy-server=http://${network.gateway}:${office.port}`, '--proxy-bypass-list=<-loopback>'],
  });
  const prompt = await promptOf(agent.electron);
  await expect(prompt.getByLabel("Nom d'utilisateur")).toBeVisible();
  await network.addAddress();
  await giveLogin(prompt);
  await expect(agent.page.getByRole('banner').getByRole('button', { name: "S'identifier" })).toBeVisible();
  await expect(agent.page.getByText('Votre réseau demande un identifiant.')).toBeHidden();
});

test('@long a script of the administration (PAC) says where the proxy is', async ({
  start,
  office,
  network,
}) => {
  const script = createServer((_request, reply) => {
    reply.setHeader('content-type', 'application/x-ns-proxy-autoconfig');
    reply.end(`function FindProxyForURL() { return 'PROXY ${network.gateway}:${office.port}'; }`);
  });
  script.listen(0, network.gateway);
  await once(script, 'listening');
  const { port } = script.address() as AddressInfo;
  const agent = await start({
    enclosed: true,
    switches: [`--proxy-pac-url=http://${network.gateway}:${port}/proxy.pac`],
    // No script is asked about loopback. Nobody is there: that the proxy is asked for it is what counts.
    env: { VISIO_SERVER_URL: 'https://visio.invalid' },
  });
  await giveLogin(await promptOf(agent.electron));
  await expect.poll(() => office.passed).toContain('visio.invalid:443');
  script.close();
});

test('a service whose authority this system does not know says so, and works once it is trusted', async ({
  start,
  guard,
}) => {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-home-'));
  guard.removeAtEnd(home);
  const stranger = await start({ enclosed: false, env: { HOME: home } });
  await expect(
    stranger.page.getByText("L'identité du service de réunion n'a pas pu être vérifiée."),
  ).toBeVisible();
  await stranger.close();
  const trusted = await start({ enclosed: false });
  await expect(trusted.page.getByRole('banner').getByRole('button', { name: "S'identifier" })).toBeVisible();
});
