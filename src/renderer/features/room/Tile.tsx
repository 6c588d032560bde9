import { RiMicOffFill, RiVerifiedBadgeFill } from '@remixicon/react';
import type { Participant, Track } from 'livekit-client';
import { memo, useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { Unverified } from '../people/Unverified.tsx';
import { useParticipant } from '../people/use-participant.ts';
import { useWords } from '../../ui/words-context.ts';
import { hueOf, initialsOf } from './face.ts';

type Props = {
  readonly participant: Participant;
  /** Our own name as the service admitted us; null for the others. */
  readonly ownName: string | null;
  /** Could be taken for a verified agent. */
  readonly unverified: boolean;
};

export const Tile = memo(function Tile({ participant, ownName, unverified }: Props): ReactNode {
  const { tiles, people } = useWords().room;
  const person = useParticipant(participant);
  const name = person.name || ownName || '';
  return (
    <li
      className="tile"
      data-speaking={person.speaking}
      style={{ '--hue': hueOf(person.identity) } as CSSProperties}
    >
      {person.camera ? (
        <Picture track={person.camera} mirrored={ownName !== null} />
      ) : (
        <span className="tile__initials" aria-hidden>
          {initialsOf(name)}
        </span>
      )}
      <span className="tile__foot">
        <span className="tile__name">
          {!person.microphone && <RiMicOffFill size={16} role="img" aria-label={tiles.muted} />}
          <span className="tile__text">{ownName === null ? name : tiles.you(name)}</span>
          {person.verified === 'agent' && (
            <RiVerifiedBadgeFill size={16} role="img" aria-label={people.verified} />
          )}
        </span>
        {unverified && <Unverified />}
      </span>
    </li>
  );
});

function Picture({ track, mirrored }: { readonly track: Track; readonly mirrored: boolean }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return <video ref={ref} className="tile__picture" data-mirrored={mirrored} muted playsInline aria-hidden />;
}
