import { useEffect, useState } from 'react';
import { useOverlay } from '../../ui/navigation/navigation-context.ts';
import { useLoadingPhase } from '../../ui/use-loading-phase.ts';
import { useJoinSpeaking } from '../greeting/use-join-speaking.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { useConnection } from '../session/connection/use-connection.ts';
import { releaseAll } from '../session/own-tracks/own-tracks.ts';
import { useTurnOn } from '../session/own-tracks/use-turn-on.ts';
import { useOwnTracks } from '../session/session-context.ts';
import { useStay } from '../session/stay-context.ts';
import { useSettings } from '../settings/settings-context.ts';
import type { Leaving } from './leaving.ts';
import { useLeaving } from './use-leaving.ts';

export type RoomDialogs = {
  readonly asking: 'join-mode' | 'leave' | null;
  readonly leaving: Leaving;
  /** Whether what is behind the question is drawn. */
  readonly isRoomDrawn: boolean;
  /** The answers to « how to join ». */
  readonly join: () => void;
  readonly listen: () => void;
  /** « Quitter », and « Rester ». */
  readonly leave: () => void;
  readonly stay: () => void;
};

/** What is asked over the room: how one would like to join it, and whether one really leaves. */
export function useRoomDialogs(): RoomDialogs {
  const meeting = useMeetingStore();
  const overlay = useOverlay();
  const ownTracks = useOwnTracks();
  const { entry } = useStay();
  const isConnecting = useConnection() === 'connecting';
  const leaving = useLeaving();
  const turnOn = useTurnOn();
  const speaksAtOnce = useSettings((store) => store.settings.values.joinWithMicrophone);
  const [asking, setAsking] = useState<RoomDialogs['asking']>(
    entry === 'returned' || speaksAtOnce ? null : 'join-mode',
  );
  const loadingPhase = useLoadingPhase();
  const { microphone, camera } = ownTracks;
  // A prepared device is closed, and opened again when the question comes back: the user may choose another one.
  const isChoosing = overlay?.name === 'devices' && asking === 'join-mode';
  useEffect(() => {
    if (isChoosing) releaseAll(ownTracks);
  }, [isChoosing, ownTracks]);
  useJoinSpeaking(speaksAtOnce && entry !== 'returned', () => void turnOn(microphone));
  return {
    // An overlay (the devices page, say) covers the room; a modal dialog would cover that overlay.
    asking: overlay === null ? asking : null,
    leaving,
    // Drawing the room behind the question would compete with connecting, so it waits for the connection.
    isRoomDrawn: !isConnecting || asking !== 'join-mode' || loadingPhase !== 'fresh',
    join() {
      setAsking(null);
      void turnOn(microphone);
      // The user has seen the camera's preview, or is waiting for it.
      if (camera.state() !== 'off') void turnOn(camera);
    },
    listen() {
      setAsking(null);
      releaseAll(ownTracks);
    },
    leave() {
      // While we are still connecting, leaving concerns nobody else: no question.
      if (leaving === 'participant' && isConnecting) void meeting.getState().leave(false);
      else setAsking('leave');
    },
    stay: () => setAsking(null),
  };
}
