import { useCallback } from 'react';
import { useBridge } from '../../../bridge-context.ts';
import { explainDevice } from '../../media/explain-device.ts';
import { openedAs } from '../../media/opened-as.ts';
import { useMeetingStore } from '../../meeting/meeting-context.ts';
import { useNavigation } from '../../../ui/navigation/navigation-context.ts';
import { useOwnTracks } from '../../session/session-context.ts';

/** Opens the page of the devices on why nothing comes out of the microphone that is on. */
export function useExplainSilence(): () => Promise<void> {
  const bridge = useBridge();
  const meeting = useMeetingStore();
  const navigation = useNavigation();
  const { microphone } = useOwnTracks();
  return useCallback(async () => {
    const media = microphone.media();
    const trouble = media
      ? await explainDevice(
          'microphone',
          { name: 'open', ...openedAs(media), muted: media.muted, signal: 'none' },
          bridge,
        )
      : null;
    // Not if the user has left the meeting in the meantime.
    if (meeting.getState().phase.name === 'in-room') navigation.getState().show({ name: 'devices', trouble });
  }, [bridge, meeting, navigation, microphone]);
}
