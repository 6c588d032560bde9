import {
  ParticipantPermission,
  TrackSource,
  TrackType,
  type ParticipantInfo,
  type TrackInfo,
} from 'livekit-server-sdk';

/** As LiveKit names what can be sent, in its tokens too. */
export type MediaSource = 'microphone' | 'camera' | 'screen_share' | 'screen_share_audio';

/** All that somebody may do in a room, and all that others read of them: it is always set as a whole. */
export type MediaRights = {
  readonly mayHear: boolean;
  readonly sources: readonly MediaSource[];
  /** An empty one is one that is not there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What they are called in the room; without one it is left as it is. */
  readonly name?: string;
};
export type MediaTrack = {
  readonly sid: string;
  readonly kind: 'audio' | 'video' | 'data';
  /** Null: none that we know. */
  readonly source: MediaSource | null;
  readonly muted: boolean;
};
export type MediaPerson = {
  readonly identity: string;
  /** LiveKit's own id of this stay in the room: whoever comes back has another. */
  readonly sid: string;
  readonly name: string;
  readonly onTelephone: boolean;
  /** `others`: rights that we never give; `untold`: LiveKit did not say. */
  readonly rights: MediaRights | 'others' | 'untold';
  readonly tracks: readonly MediaTrack[];
};

const sources: Readonly<Record<MediaSource, TrackSource>> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};
const sourceOf = (source: TrackSource): MediaSource | null =>
  (Object.keys(sources) as MediaSource[]).find((name) => sources[name] === source) ?? null;

/**
 * Nobody may send data. Clients cannot tell a packet of the service from one of a participant, and LiveKit's
 * telephone bridge (1.4 and later) answers data packets with all that it knows of a caller's number, or by hanging
 * up.
 */
const noData = { canPublishData: false } as const;

/** As a token says it, whose words differ from those of the API. */
export const grantOf = ({ mayHear, sources: allowed }: MediaRights) => ({
  canSubscribe: mayHear,
  // Without a list LiveKit allows everything: nothing must be said with canPublish.
  canPublish: allowed.length > 0,
  canPublishSources: [...allowed],
  ...noData,
  // True would let a client rename itself and overwrite its role.
  canUpdateOwnMetadata: false,
});

export const permissionOf = ({ mayHear, sources: allowed }: MediaRights): ParticipantPermission =>
  new ParticipantPermission({
    canSubscribe: mayHear,
    canPublish: allowed.length > 0,
    canPublishSources: allowed.map((source) => sources[source]),
    ...noData,
    canUpdateMetadata: false,
  });

/** `SIP` of LiveKit's ParticipantInfo.Kind, which the SDK does not export. */
const telephone = 3;

export const personIn = ({
  identity,
  sid,
  name,
  kind,
  permission,
  attributes,
  tracks,
}: ParticipantInfo): MediaPerson => ({
  identity,
  sid,
  name,
  onTelephone: (kind as number) === telephone,
  rights: rightsIn(permission, attributes, name),
  tracks: tracks.map(trackIn),
});

export const trackIn = ({ sid, type, source, muted }: TrackInfo): MediaTrack => ({
  sid,
  kind: type === TrackType.AUDIO ? 'audio' : type === TrackType.VIDEO ? 'video' : 'data',
  source: sourceOf(source),
  muted,
});

function rightsIn(
  permission: ParticipantPermission | undefined,
  attributes: Readonly<Record<string, string>>,
  name: string,
): MediaPerson['rights'] {
  if (!permission || permission.canUpdateMetadata) return 'others';
  const { canPublish, canPublishData, canSubscribe } = permission;
  const allowed = permission.canPublishSources.map(sourceOf);
  const known = allowed.filter((source) => source !== null);
  if (canPublishData || known.length < allowed.length) return 'others';
  if (canPublish && allowed.length === 0) return 'others'; // everything
  return { mayHear: canSubscribe, sources: canPublish ? known : [], attributes, name };
}

/** Attributes that are not ours (a caller's) do not count. */
export function sameRights(found: MediaRights, wanted: MediaRights): boolean {
  return (
    found.mayHear === wanted.mayHear &&
    (wanted.name === undefined || found.name === wanted.name) &&
    found.sources.length === wanted.sources.length &&
    wanted.sources.every((source) => found.sources.includes(source)) &&
    Object.entries(wanted.attributes).every(([name, value]) => (found.attributes[name] ?? '') === value)
  );
}
