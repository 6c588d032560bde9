import { ParticipantEvent, Track, type Participant } from 'livekit-client';
import type { Verified } from '../../../../shared/participant-attributes.ts';
import { isInterpreter, isModerator, nameOf, verifiedAs } from './participants.ts';

/** What a tile and a line of the list show of somebody. */
export type Person = {
  readonly identity: string;
  readonly name: string;
  readonly moderator: boolean;
  readonly interpreter: boolean;
  readonly verified: Verified | undefined;
  readonly speaking: boolean;
  readonly microphone: boolean;
  /** Of the source that was asked for; null when it is off or not received, or none was asked for. */
  readonly picture: Track | null;
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

function pictureOf(participant: Participant, source: Track.Source): Track | null {
  const publication = participant.getTrackPublication(source);
  // LiveKit lets a client publish sound as its camera.
  return publication?.kind === Track.Kind.Video && publication.track && !publication.isMuted
    ? publication.track
    : null;
}

function readPerson(participant: Participant, name: string, source: Track.Source | null): Person {
  return {
    identity: participant.identity,
    name,
    moderator: isModerator(participant),
    interpreter: isInterpreter(participant),
    verified: verifiedAs(participant),
    speaking: participant.isSpeaking && participant.isMicrophoneEnabled,
    microphone: participant.isMicrophoneEnabled,
    picture: source === null ? null : pictureOf(participant, source),
  };
}

/**
 * Somebody as LiveKit knows them now, with the picture of `source`. `current` stays the same object until something that is
 * shown has changed.
 */
export function watchPerson(
  participant: Participant,
  source: Track.Source | null = null,
): {
  current(): Person;
  onChange(listener: () => void): () => void;
} {
  // Names are cleaned only when they change: with a hundred people speaking, cleaning at every event would take a whole frame.
  let called = participant.name;
  let name = nameOf(participant);
  const read = (): Person => {
    if (participant.name !== called) name = nameOf(participant);
    called = participant.name;
    return readPerson(participant, name, source);
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
