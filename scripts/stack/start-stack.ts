import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../log.ts';
import { resolveLivekit } from '../runtimes/livekit.ts';
import { openGuard } from '../supervision/guard.ts';
import { keepAlive } from '../supervision/keep-alive.ts';
import type { Program } from '../supervision/program.ts';
import { freeTcpPort } from './free-port.ts';
import { launchLivekit, type LivekitServer, type MediaNetwork, type TurnTls } from './livekit.ts';
import { launchService, serviceUrlAt, type StartedService } from './service.ts';

/** A LiveKit server and a meeting service on loopback, with keys that nobody else has. */
export type Stack = {
  readonly serviceUrl: string;
  readonly livekitUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Of the latest starts. */
  readonly pids: { readonly livekit: number; readonly service: number };
  /** Ends both and forgets everything. */
  readonly stop: () => Promise<void>;
  /** As `kill -9` would, and it stays down until it is restarted: same port, same keys, same store. */
  readonly killService: () => Promise<void>;
  readonly restartService: () => Promise<void>;
  readonly killLivekit: () => Promise<void>;
  readonly restartLivekit: () => Promise<void>;
};
export type ServiceEnv =
  Readonly<Record<string, string>> | ((serviceUrl: string) => Readonly<Record<string, string>>);
type StackOptions = {
  readonly log?: Log;
  /** Everything that the service prints. */
  readonly serviceLog?: Log;
  /** Variables for the service, e.g. `{ VISIO_MAX_PARTICIPANTS: '5' }`; some need to know where it will be. */
  readonly serviceEnv?: ServiceEnv;
  readonly turn?: TurnTls;
  /** Where LiveKit is, and offers media over TCP too; it cannot tell the service there what happens. */
  readonly network?: MediaNetwork;
  /** Start again what dies by itself; called when that is no use. Without it the dead stay dead. */
  readonly onGiveUp?: (reason: string) => void;
};

/** @throws {Unprepared} if there is no LiveKit server to be had. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const {
    log = () => undefined,
    serviceLog = () => undefined,
    serviceEnv = {},
    turn,
    network,
    onGiveUp,
  } = options;
  const { path: executable } = await resolveLivekit({ log });
  const guard = openGuard();
  let isEnding = false;

  const revive = (name: string, program: () => Program): ((how: string) => void) => {
    if (!onGiveUp) return () => undefined;
    const again = keepAlive({
      name,
      start: () => program().start(),
      isWanted: () => !isEnding,
      giveUp: onGiveUp,
      log,
    });
    return (how) => void (isEnding ? undefined : again(how));
  };

  async function launchBoth(directory: string): Promise<{ livekit: LivekitServer; service: StartedService }> {
    for (let attempt = 1; ; attempt += 1) {
      // Chosen first, because LiveKit must know from its start where to say what happens.
      const port = await freeTcpPort();
      const livekit: LivekitServer = await launchLivekit({
        executable,
        guard,
        log,
        turn,
        network,
        webhookUrl: `${serviceUrlAt(port)}/livekit/webhook`,
        onDeath: revive('LiveKit', () => livekit.program),
      });
      try {
        const service: StartedService = await launchService({
          port,
          livekit,
          guard,
          log: serviceLog,
          directory,
          env: typeof serviceEnv === 'function' ? serviceEnv(serviceUrlAt(port)) : serviceEnv,
          onDeath: revive('The meeting service', () => service.program),
        });
        return { livekit, service };
      } catch (error) {
        // Only somebody who was faster is worth another try: a service that does not start will not start elsewhere.
        if (attempt === 3 || !String(error).includes('EADDRINUSE')) throw error;
        await livekit.program.stop(0);
      }
    }
  }

  try {
    const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-stack-'));
    guard.removeAtEnd(directory);
    const { livekit, service } = await launchBoth(directory);
    return {
      serviceUrl: service.url,
      livekitUrl: livekit.url,
      apiKey: livekit.apiKey,
      apiSecret: livekit.apiSecret,
      get pids() {
        return { livekit: livekit.program.pid(), service: service.program.pid() };
      },
      async stop() {
        isEnding = true;
        await service.program.stop(2500);
        // No grace: LiveKit waits for its rooms to empty, however long that takes.
        await livekit.program.stop(0);
        await rm(directory, { recursive: true, force: true });
        await guard.close();
      },
      killService: () => service.program.stop(0),
      restartService: () => service.program.start(),
      killLivekit: () => livekit.program.stop(0),
      restartLivekit: () => livekit.program.start(),
    };
  } catch (error) {
    await guard.close();
    throw error;
  }
}
