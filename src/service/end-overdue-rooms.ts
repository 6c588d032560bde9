import { readMediaConfig } from './config/config.ts';
import { connectMediaServer } from './livekit/media-server.ts';
import { createLog } from './operation/log.ts';
import { endOverdueRooms } from './meetings/ending/overdue-rooms.ts';

// Run once a minute beside LiveKit (deploy/systemd/visio-deadlines@.timer): ends what is overdue if no instance of the
// service is left to do it. It needs no store and no instance.

/**
 * Longer (ms) than any instance takes to end a meeting. This machine's clock is right to a minute: LiveKit, which goes by
 * it too, would otherwise refuse every token of the service.
 */
const graceMs = 60_000;

const config = readMediaConfig(process.env);
if (config.ok) {
  const log = createLog();
  const { livekit, instanceName } = config.value;
  const media = connectMediaServer({ ...livekit, clock: Date.now, log });
  if (!(await endOverdueRooms({ media, instanceName, log }, Date.now() - graceMs))) process.exitCode = 1;
} else {
  process.stderr.write(`${config.error.join('\n')}\n`);
  process.exitCode = 78;
}
