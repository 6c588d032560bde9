import { useCallback } from 'react';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import type { OwnTrack } from './own-track.ts';

/** Turns a microphone or a camera on; trouble with the device opens the page that names it and mends it. */
export function useTurnOn(onNotSent: () => void): (own: OwnTrack) => Promise<void> {
  const meeting = useMeetingStore();
  return useCallback(
    async (own) => {
      const turned = await own.turnOn();
      if (turned.ok) return;
      if (turned.error === 'not-sent') onNotSent();
      // Not when the meeting was left while the device was opening.
      else if (turned.error !== 'released' && meeting.getState().phase.name === 'in-room') {
        meeting.getState().show({ name: 'devices', trouble: turned.error });
      }
    },
    [meeting, onNotSent],
  );
}
