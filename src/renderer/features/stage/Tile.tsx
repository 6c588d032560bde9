import { RiMicOffFill, RiVerifiedBadgeFill } from '@remixicon/react';
import type { Track } from 'livekit-client';
import { memo, useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { Unverified } from '../session/participants/Unverified.tsx';
import { useParticipant } from '../session/participants/use-participant.ts';
import type { Person } from '../session/participants/person.ts';
import { useWords } from '../../ui/words-context.ts';
import { hueOf, initialsOf } from './avatar.ts';
import { ownSources, type TrackReference } from './track-reference.ts';
import type { OwnSource } from '../session/own-tracks/own-tracks.ts';
import { useOwnMedia, useOwnTrack, useOwnTracks } from '../session/session-context.ts';

type Props = TrackReference & {
  /** Our own name as the service admitted us; null for the others. */
  readonly ownName: string | null;
  /** Could be taken for a verified agent. */
  readonly unverified: boolean;
};

/** Takes the parts of a reference, not the object: they stay the same when the list of references is computed again. */
export const Tile = memo(function Tile({ participant, source, ownName, unverified }: Props): ReactNode {
  const { unnamed } = useWords().room.people;
  const person = useParticipant(participant, source);
  const tile = { person, unverified };
  const ownSource = ownSources[source];
  return ownName === null || ownSource === undefined ? (
    <Frame
      {...tile}
      name={person.name || ownName || unnamed}
      isMuted={!person.microphone}
      picture={person.picture && <Picture track={person.picture} />}
    />
  ) : (
    <OwnTile {...tile} source={ownSource} name={person.name || ownName || unnamed} />
  );
});

type TileProps = { readonly person: Person; readonly name: string; readonly unverified: boolean };

/** Says the same as our buttons, also while the connection is lost and the others have nothing of us. */
function OwnTile({ source, ...props }: TileProps & { readonly source: OwnSource }): ReactNode {
  const { tiles } = useWords().room;
  const ownTracks = useOwnTracks();
  const own = ownTracks[source];
  const isMuted = useOwnTrack(ownTracks.microphone) !== 'on';
  const isSeen = useOwnTrack(own) === 'on';
  const media = useOwnMedia(own);
  return (
    <Frame
      {...props}
      name={tiles.you(props.name)}
      face={props.name}
      isMuted={isMuted}
      picture={isSeen && media && <OwnPicture media={media} />}
    />
  );
}

type FrameProps = TileProps & {
  /** The name without what the app adds to it; its initials stand in for a picture. */
  readonly face?: string;
  readonly isMuted: boolean;
  readonly picture: ReactNode;
};

function Frame({ person, name, face = name, unverified, isMuted, picture }: FrameProps): ReactNode {
  const { tiles, people } = useWords().room;
  return (
    <li
      className="tile"
      data-speaking={person.speaking}
      style={{ '--hue': hueOf(person.identity) } as CSSProperties}
    >
      {picture || (
        <span className="tile__initials" aria-hidden>
          {initialsOf(face)}
        </span>
      )}
      <span className="tile__foot">
        <span className="tile__name">
          {isMuted && <RiMicOffFill size={16} role="img" aria-label={tiles.muted} />}
          <span className="tile__text">{name}</span>
          {person.verified === 'agent' && (
            <RiVerifiedBadgeFill size={16} role="img" aria-label={people.verified} />
          )}
        </span>
        {unverified && <Unverified />}
      </span>
    </li>
  );
}

function Picture({ track }: { readonly track: Track }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return <video ref={ref} className="tile__picture" muted playsInline aria-hidden />;
}

/** Mirrored, as people know themselves. */
function OwnPicture({ media }: { readonly media: MediaStreamTrack }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = new MediaStream([media]);
  }, [media]);
  return <video ref={ref} className="tile__picture" data-mirrored autoPlay muted playsInline aria-hidden />;
}
