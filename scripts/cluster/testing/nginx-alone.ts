import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolveClusterPrograms } from '../../runtimes/cluster-programs.ts';
import { openGuard } from '../../supervision/guard.ts';
import { logFileOf, programOf } from '../launch-member.ts';
import { describeMembers } from '../members.ts';
import { prepareFiles } from '../prepare-files.ts';

/** A server that stands behind nginx, does what a test wants, and remembers what reached it. */
export type Backend = {
  readonly seen: IncomingMessage[];
  answer: RequestListener;
  readonly port: number;
  readonly close: () => Promise<void>;
};

async function startBackend(name: string): Promise<Backend> {
  const usual: RequestListener = (_, response) => void response.end(name);
  const backend = { seen: [] as IncomingMessage[], answer: usual };
  const server: Server = createServer((request, response) => {
    backend.seen.push(request);
    backend.answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return Object.assign(backend, { port, close });
}

/** nginx with the operator's configuration, before servers of the test's own. */
export async function startNginxAlone() {
  const guard = openGuard();
  const programs = await resolveClusterPrograms(() => undefined);
  const service = { a: await startBackend('service a'), b: await startBackend('service b') };
  const livekit = await startBackend('livekit');
  const settings = {
    SERVICE_A_PORT: String(service.a.port),
    SERVICE_B_PORT: String(service.b.port),
    LIVEKIT_A_PORT: String(livekit.port),
    LIVEKIT_B_PORT: String(livekit.port),
  };
  const files = await prepareFiles({ guard, programs, settings, logs: undefined });
  const member = describeMembers(files).nginx;
  const program = await programOf({ name: 'nginx', member, files, guard, onDeath: () => undefined });
  await program.start();
  const { doors } = files.ports;
  return {
    doors,
    url: `http://127.0.0.1:${doors.service}`,
    mediaUrl: `http://127.0.0.1:${doors.media}`,
    internalUrl: `http://127.0.0.1:${doors.internal}`,
    log: logFileOf(files, 'nginx'),
    certificate: `${files.directory}/config/tls.crt`,
    service,
    livekit,
    async stop() {
      await program.stop(1000);
      await Promise.all([service.a, service.b, livekit].map((each) => each.close()));
      await guard.close();
    },
  };
}
