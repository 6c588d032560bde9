import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ConnectionStatus } from './connection/keep-connected.ts';
import type { OwnTrack, OwnTrackState } from './own-tracks/own-track.ts';
import type { OwnTracks } from './own-tracks/own-tracks.ts';
import type { RoomSession } from './room-session.ts';
import type { StageView } from './stage-view.ts';

export const RoomSessionContext = createContext<RoomSession | null>(null);

export function useRoomSession(): RoomSession {
  const session = useContext(RoomSessionContext);
  if (!session) throw new Error('useRoomSession needs a RoomSessionContext above it');
  return session;
}

export const useOwnTracks = (): OwnTracks => useRoomSession().ownTracks;

export const useOwnTrack = (own: OwnTrack): OwnTrackState => useSyncExternalStore(own.onChange, own.state);

/** What a preview or a meter shows of our device; null while it is closed. */
export const useOwnMedia = (own: OwnTrack): MediaStreamTrack | null =>
  useSyncExternalStore(own.onChange, own.media);

export function useConnectionStatus(): ConnectionStatus {
  const { onConnectionStatus, connectionStatus } = useRoomSession();
  return useSyncExternalStore(onConnectionStatus, connectionStatus);
}

/** Reads a part of what is chosen of the stage; renders again only when that part changes. */
export const useStageView = <T>(select: (view: StageView) => T): T => useStore(useRoomSession().view, select);
