import { ParticipantEvent, Track, type Participant } from 'livekit-client';
import { isModerator, nameOf, verifiedAs } from './participants.ts';

/** What a tile and a line of the list show of somebody. */
export type Person = {
  readonly identity: string;
  readonly name: string;
  readonly moderator: boolean;
  readonly verified: string | undefined;
  readonly speaking: boolean;
  readonly microphone: boolean;
  /** The picture of the camera; null when it is off or not received. */
  readonly camera: Track | null;
};

const changes = [
  ParticipantEvent.IsSpeakingChanged,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.LocalTrackPublished,
  ParticipantEvent.LocalTrackUnpublished,
  ParticipantEvent.ParticipantNameChanged,
  ParticipantEvent.AttributesChanged,
] as const;

function readPerson(participant: Participant, name: string): Person {
  const camera = participant.getTrackPublication(Track.Source.Camera);
  return {
    identity: participant.identity,
    name,
    moderator: isModerator(participant),
    verified: verifiedAs(participant),
    speaking: participant.isSpeaking && participant.isMicrophoneEnabled,
    microphone: participant.isMicrophoneEnabled,
    // LiveKit lets a client publish sound as its camera.
    camera: camera?.kind === Track.Kind.Video && camera.track && !camera.isMuted ? camera.track : null,
  };
}

/** Somebody as LiveKit knows them now; `current` stays the same object until something that is shown has changed. */
export function watchPerson(participant: Participant): {
  current(): Person;
  onChange(listener: () => void): () => void;
} {
  // Each name is cleaned once: cleaning it at every change would take a whole frame where a hundred people speak.
  let called = participant.name;
  let name = nameOf(participant);
  const read = (): Person => {
    if (participant.name !== called) name = nameOf(participant);
    called = participant.name;
    return readPerson(participant, name);
  };
  let last = read();
  return {
    current() {
      const now = read();
      if (!same(last, now)) last = now;
      return last;
    },
    onChange(listener) {
      changes.forEach((change) => participant.on(change, listener));
      return () => changes.forEach((change) => participant.off(change, listener));
    },
  };
}

const same = (one: Person, other: Person): boolean =>
  (Object.keys(one) as (keyof Person)[]).every((key) => one[key] === other[key]);
