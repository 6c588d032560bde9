import { useCallback } from 'react';
import { useMeetingStore } from '../../meeting/meeting-context.ts';
import { useNavigation } from '../../../ui/navigation/navigation-context.ts';
import type { OwnTrack } from './own-track.ts';

/** Turns a microphone or a camera on; trouble with the device opens the page that names it and mends it. */
export function useTurnOn(): (own: OwnTrack) => Promise<void> {
  const meeting = useMeetingStore();
  const navigation = useNavigation();
  return useCallback(
    async (own) => {
      const turned = await own.turnOn();
      // A track that the media server refused is reported through onLost.
      if (turned.ok || typeof turned.error === 'string') return;
      // Not if the user left the meeting while the device was opening.
      if (meeting.getState().phase.name === 'in-room')
        navigation.getState().show({ name: 'devices', trouble: turned.error });
    },
    [meeting, navigation],
  );
}
