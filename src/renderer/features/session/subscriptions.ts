import {
  RoomEvent,
  Track,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client';
import { isShown } from './shown-sources.ts';

/** A picture that somebody may have: who, and from which of their sources. */
type Picture = { readonly participant: Participant; readonly source: Track.Source };

export type Subscriptions = {
  /** Which pictures the stage draws now, and which it leaves out. One that it names in neither is received as before. */
  choosePictures(visible: readonly Picture[], leftOut: readonly Picture[]): void;
  /** Returns the function that stops watching. */
  start(): () => void;
};

/**
 * Decides which tracks of the others we receive; nobody else calls `setSubscribed`. Everybody's sound is received, pictures as
 * the stage has chosen them, and nothing that no tile tells about.
 */
export function createSubscriptions(room: Room): Subscriptions {
  let chosen = new Map<Participant, Map<Track.Source, boolean>>();
  const isWanted = (participant: RemoteParticipant, publication: RemoteTrackPublication): boolean => {
    if (!isShown(participant, publication)) return false;
    if (publication.kind === Track.Kind.Audio) return true;
    return chosen.get(participant)?.get(publication.source) ?? publication.isDesired;
  };
  const subscribe = (participant: RemoteParticipant): void => {
    for (const publication of participant.trackPublications.values()) {
      const wanted = isWanted(participant, publication);
      // oxlint-disable-next-line no-restricted-properties -- the one owner
      if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
    }
  };
  const subscribeAll = (): void => room.remoteParticipants.forEach(subscribe);
  const onPublication = (_changed: RemoteTrackPublication, participant: RemoteParticipant): void =>
    subscribe(participant);
  return {
    choosePictures(visible, leftOut) {
      chosen = new Map();
      const choose = ({ participant, source }: Picture, wanted: boolean): void => {
        const ofPerson = chosen.get(participant) ?? new Map<Track.Source, boolean>();
        chosen.set(participant, ofPerson.set(source, wanted));
      };
      leftOut.forEach((picture) => choose(picture, false));
      visible.forEach((picture) => choose(picture, true));
      subscribeAll();
    },
    start() {
      room
        .on(RoomEvent.Connected, subscribeAll)
        .on(RoomEvent.TrackPublished, onPublication)
        .on(RoomEvent.TrackUnpublished, onPublication);
      return () => {
        room
          .off(RoomEvent.Connected, subscribeAll)
          .off(RoomEvent.TrackPublished, onPublication)
          .off(RoomEvent.TrackUnpublished, onPublication);
      };
    },
  };
}
