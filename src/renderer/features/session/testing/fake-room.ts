import {
  ParticipantInfo,
  ParticipantInfo_State,
  ParticipantPermission,
  ParticipantUpdate,
  Room as RoomInfo,
  RoomUpdate,
  SpeakerInfo,
  SpeakersChanged,
  TrackInfo,
  TrackSource,
  TrackType,
} from '@livekit/protocol';
import {
  writeParticipantAttributes,
  type ParticipantAttributes,
} from '../../../../shared/participant-attributes.ts';
import { createMediaServer } from './fake-media-server.ts';

/** Somebody in the room; their name is their identity unless one is given. What they send is off unless it is named. */
export type Somebody = Partial<ParticipantAttributes> & {
  readonly name: string;
  readonly identity?: string;
  readonly sends?: readonly Source[];
};

type Source = 'microphone' | 'camera' | 'screen';
const sources = {
  microphone: { source: TrackSource.MICROPHONE, type: TrackType.AUDIO },
  camera: { source: TrackSource.CAMERA, type: TrackType.VIDEO },
  screen: { source: TrackSource.SCREEN_SHARE, type: TrackType.VIDEO },
} as const;

/** The people of one room, on a media server of its own. What they do arrives at the app as LiveKit's messages. */
export function createFakeRoom(self: Somebody) {
  let arrived = 0;
  let tracks = 0;
  const room = new RoomInfo({ sid: 'RM_1', name: 'room' });
  const others = new Map<string, ParticipantInfo>();

  const infoOf = ({ name, identity = name, sends = [], ...attributes }: Somebody): ParticipantInfo => {
    arrived += 1;
    const info = new ParticipantInfo({
      sid: `PA_${arrived}`,
      identity,
      name,
      state: ParticipantInfo_State.ACTIVE,
      joinedAt: BigInt(arrived),
      joinedAtMs: BigInt(arrived * 1000),
      permission: new ParticipantPermission({ canSubscribe: true, canPublish: true }),
    });
    write(info, attributes);
    sends.forEach((source) => publish(info, source));
    return info;
  };
  const write = (info: ParticipantInfo, attributes: Partial<ParticipantAttributes>): void => {
    info.attributes = writeParticipantAttributes({
      role: 'participant',
      verified: 'guest',
      hand: null,
      interpreter: false,
      ...attributes,
    });
  };
  const publish = (info: ParticipantInfo, source: Source): void => {
    tracks += 1;
    info.tracks.push(new TrackInfo({ sid: `TR_${tracks}`, ...sources[source] }));
  };

  const me = infoOf(self);
  const server = createMediaServer(() => ({ room, self: me, others }));
  const find = (name: string): ParticipantInfo => {
    const found = others.get(name);
    if (!found) throw new Error(`nobody is called ${name}: ${[...others.keys()].join(', ')}`);
    return found;
  };
  /** The server sends what has changed of these people. */
  const tell = (...participants: readonly ParticipantInfo[]): void => {
    participants.forEach((info) => (info.version += 1));
    server.send({ case: 'update', value: new ParticipantUpdate({ participants: [...participants] }) });
    server.sendTracks();
  };

  return {
    server,
    me,
    arrive(...people: readonly Somebody[]): void {
      const infos = people.map(infoOf);
      infos.forEach((info) => others.set(info.identity, info));
      tell(...infos);
    },
    leave(name: string): void {
      const info = find(name);
      others.delete(name);
      info.state = ParticipantInfo_State.DISCONNECTED;
      tell(info);
    },
    /** Publishes it the first time, and unmutes it after that. */
    turnOn(name: string, source: Source): void {
      const info = find(name);
      const track = info.tracks.find((each) => each.source === sources[source].source);
      if (track) track.muted = false;
      else publish(info, source);
      tell(info);
    },
    turnOff(name: string, source: Source): void {
      const info = find(name);
      for (const track of info.tracks) if (track.source === sources[source].source) track.muted = true;
      tell(info);
    },
    /** Takes it away for good. */
    unpublish(name: string, source: Source): void {
      const info = find(name);
      info.tracks = info.tracks.filter((each) => each.source !== sources[source].source);
      tell(info);
    },
    /** What LiveKit takes for speech; everybody who is not named is silent. */
    speak(...names: readonly string[]): void {
      const speakers = [...others.values()].map(
        ({ sid, identity }) =>
          new SpeakerInfo({ sid, active: names.includes(identity), level: names.includes(identity) ? 1 : 0 }),
      );
      server.send({ case: 'speakersChanged', value: new SpeakersChanged({ speakers }) });
    },
    /** The service calls somebody otherwise, or gives them another role. */
    change(name: string, { name: called, ...attributes }: Partial<Somebody>): void {
      const info = find(name);
      if (called !== undefined) info.name = called;
      write(info, attributes);
      tell(info);
    },
    /** The service decides what we may send. */
    allow(...allowed: readonly TrackSource[]): void {
      me.permission = new ParticipantPermission({
        canSubscribe: true,
        canPublish: true,
        canPublishSources: [...allowed],
      });
      tell(me);
    },
    writeMetadata(metadata: string): void {
      room.metadata = metadata;
      server.send({ case: 'roomUpdate', value: new RoomUpdate({ room }) });
    },
  };
}
