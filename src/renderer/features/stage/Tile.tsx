import { RiMicOffFill, RiPushpin2Fill, RiVerifiedBadgeFill } from '@remixicon/react';
import { Track } from 'livekit-client';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { Unverified } from '../session/participants/Unverified.tsx';
import { useParticipant } from '../session/participants/use-participant.ts';
import type { Person } from '../session/participants/person.ts';
import { useWords } from '../../ui/words-context.ts';
import { hueOf, initialsOf } from './avatar.ts';
import type { Rectangle } from './layouts/rectangles.ts';
import { OwnShare } from './OwnShare.tsx';
import { OwnPicture, Picture } from './Picture.tsx';
import { ShareView } from './ShareView.tsx';
import { TileMenu } from './TileMenu.tsx';
import { ownSources, trackReferenceKey, type TrackReference } from './track-reference.ts';
import type { OwnSource } from '../session/own-tracks/own-tracks.ts';
import { useOwnMedia, useOwnTrack, useOwnTracks, useStageView } from '../session/session-context.ts';

type Props = TrackReference &
  Rectangle & {
    /** Our own name as the service admitted us; null for the others. */
    readonly ownName: string | null;
    /** Could be taken for a verified agent. */
    readonly unverified: boolean;
    readonly isPinned: boolean;
    readonly isLarge: boolean;
    /** Put forward for everybody by a moderator. */
    readonly isSpotlit: boolean;
    /** Where the menu opens upwards, and to the right: it would stick out of the stage. */
    readonly isLow: boolean;
    readonly isLeftmost: boolean;
  };

/** Takes the parts of a reference and of its place, not the objects: they stay the same when the stage is laid out again. */
export const Tile = memo(function Tile({
  participant,
  source,
  ownName,
  unverified,
  ...place
}: Props): ReactNode {
  const { people, tiles } = useWords().room;
  const person = useParticipant(participant, source);
  const name = person.name || ownName || people.unnamed;
  const tile = { person, unverified, name, tileKey: trackReferenceKey({ participant, source }), ...place };
  if (source === Track.Source.ScreenShare) {
    const { picture: track } = person;
    const received =
      track &&
      (place.isLarge ? (
        <ShareView track={track} tileKey={tile.tileKey} />
      ) : (
        <Picture track={track} isWhole />
      ));
    const picture = ownName === null ? received : <OwnShare />;
    return (
      <Frame {...tile} name={tiles.screenOf(name)} face={name} isMuted={false} isShare picture={picture} />
    );
  }
  const ownSource = ownSources[source];
  if (ownName !== null && ownSource !== undefined) return <OwnTile {...tile} source={ownSource} />;
  const picture = person.picture && <Picture track={person.picture} isWhole={false} />;
  return <Frame {...tile} isMuted={!person.microphone} picture={picture} />;
});

type TileProps = Rectangle & {
  readonly person: Person;
  readonly name: string;
  readonly unverified: boolean;
  readonly tileKey: string;
  readonly isPinned: boolean;
  readonly isLarge: boolean;
  readonly isSpotlit: boolean;
  readonly isLow: boolean;
  readonly isLeftmost: boolean;
};

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
  readonly isShare?: boolean;
  readonly picture: ReactNode;
};

function Frame(props: FrameProps): ReactNode {
  const { person, name, face = name, unverified, isMuted, isShare = false, picture } = props;
  const { tileKey, isPinned, isLarge, isSpotlit, isLow, isLeftmost } = props;
  const { left, top, width, height } = props;
  const isFilling = useStageView(({ filling }) => filling === tileKey);
  const { tiles, people } = useWords().room;
  return (
    <li
      className="tile"
      data-speaking={!isShare && person.speaking}
      data-share={isShare}
      data-large={isLarge}
      data-low={isLow}
      data-leftmost={isLeftmost}
      data-filling={isFilling}
      style={
        { '--hue': hueOf(person.identity), ...(!isFilling && { left, top, width, height }) } as CSSProperties
      }
    >
      {picture || (
        <span className="tile__initials" aria-hidden>
          {initialsOf(face)}
        </span>
      )}
      <span className="tile__foot">
        <span className="tile__name">
          {isPinned && <RiPushpin2Fill size={16} role="img" aria-label={tiles.pinned} />}
          {isMuted && <RiMicOffFill size={16} role="img" aria-label={tiles.muted} />}
          <span className="tile__text">{name}</span>
          {!isShare && person.interpreter && <span className="tile__role">{tiles.interpreter}</span>}
          {!isShare && person.verified === 'agent' && (
            <RiVerifiedBadgeFill size={16} role="img" aria-label={people.verified} />
          )}
        </span>
        {unverified && <Unverified />}
      </span>
      <TileMenu
        name={name}
        tileKey={tileKey}
        isPinned={isPinned}
        isBehind={isShare && !isLarge}
        person={isShare ? null : { identity: person.identity, interpreter: person.interpreter, isSpotlit }}
      />
    </li>
  );
}
