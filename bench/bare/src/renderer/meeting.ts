import { AudioPresets, Room, RoomEvent, Track } from 'livekit-client';

// livekit-client alone, used as its documentation has it, with the app's own options for the room.

declare global {
  interface Window {
    readonly bare: {
      /** Where the media server is, known at the start as the app knows it. */
      mediaUrl(): Promise<string>;
      /** Makes a room and a token for it. */
      open(): Promise<{ readonly url: string; readonly token: string }>;
    };
    /** Enters a meeting of another's; for the second person in the room. */
    joinMeeting(url: string, token: string): Promise<void>;
  }
}

function createRoom(): Room {
  const made = new Room({
    adaptiveStream: true,
    dynacast: true,
    singlePeerConnection: true,
    publishDefaults: { audioPreset: AudioPresets.speech },
  });
  return made.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) document.body.append(track.attach());
  });
}
let room = createRoom();

function show(state: string): void {
  const heading = document.getElementById('state');
  if (heading) heading.textContent = state;
}

async function enter(): Promise<void> {
  const { url, token } = await window.bare.open();
  await room.connect(url, token);
  show('in the room');
}

async function speak(): Promise<void> {
  await room.localParticipant.setMicrophoneEnabled(true);
  show('speaking');
}

const onClick = (id: string, act: () => Promise<void>): void =>
  document.getElementById(id)?.addEventListener('click', () => void act());
onClick('open', enter);
onClick('microphone', speak);
onClick('both', async () => {
  await enter();
  await speak();
});

window.joinMeeting = async (url, token) => {
  await room.disconnect();
  // What the last meeting leaves in a Room (tracks on their way out) can cancel what is published in the next.
  room = createRoom();
  await room.connect(url, token);
  await speak();
};

await room.prepareConnection(await window.bare.mediaUrl());
show('ready');
