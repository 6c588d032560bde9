import { AudioStream, Room, RoomEvent, TrackKind, VideoStream, type RemoteTrack } from '@livekit/rtc-node';

// node listener.ts: connects to LIVEKIT_URL with LIVEKIT_TOKEN, and writes five lines of JSON a second about what arrives from
// everybody else together, until the room is left or standard input ends.

const everyMs = 200;
const rate = 48_000;
/** Of 16-bit samples; a microphone that is on hears a steady tone here. */
const audible = 500;

let loudest = 0;
let frames = 0;
const room = new Room();

async function hear(track: RemoteTrack): Promise<void> {
  for await (const frame of new AudioStream(track, rate, 1))
    loudest = frame.data.reduce((most, sample) => Math.max(most, Math.abs(sample)), loudest);
}
async function see(track: RemoteTrack): Promise<void> {
  for await (const _ of new VideoStream(track)) frames += 1;
}

room.on(RoomEvent.TrackSubscribed, (track) => {
  // Ends with its track, or fails with it: either way nothing more comes.
  void (track.kind === TrackKind.KIND_AUDIO ? hear(track) : see(track)).catch(() => undefined);
});
room.on(RoomEvent.Disconnected, () => process.exit(0));
process.stdin.on('end', () => process.exit(0)).resume();

await room.connect(process.env['LIVEKIT_URL'] ?? '', process.env['LIVEKIT_TOKEN'] ?? '', {
  autoSubscribe: true,
  dynacast: false,
});
setInterval(() => {
  process.stdout.write(`${JSON.stringify({ microphone: loudest > audible, camera: frames > 0 })}\n`);
  [loudest, frames] = [0, 0];
}, everyMs);
