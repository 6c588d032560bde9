import { useEffect, useState } from 'react';
import { soundReadingEveryMs, watchSound } from '../media/watch-sound.ts';
import { meteringMode } from './metering-mode.ts';
import { useOwnMedia, useOwnTrack, useOwnTracks } from '../session/session-context.ts';
import { useActiveDevice } from '../session/devices/use-active-device.ts';
import { watchVoice } from './watch-voice.ts';

/** `unheard`: it is on, and nothing comes out of it. `speaking-muted`: its owner speaks, and it is off. */
export type OwnVoice = 'unheard' | 'speaking-muted' | null;

/**
 * What one does not notice oneself. What the microphone hears while it is muted is measured here and goes nowhere; whoever
 * has not turned it on in this meeting is not listened to at all.
 */
export function useOwnVoice(): OwnVoice {
  const { microphone } = useOwnTracks();
  const state = useOwnTrack(microphone);
  const media = useOwnMedia(microphone);
  const listened = meteringMode(state, media, useActiveDevice('microphone'));
  const [voice, setVoice] = useState<OwnVoice>(null);
  useEffect(() => {
    if (!media || !listened) return undefined;
    // LiveKit mutes by disabling the track, which then reads as silence. A copy keeps measuring.
    const copy = media.clone();
    copy.enabled = true;
    const watch = watchVoice(soundReadingEveryMs);
    const stop = watchSound(copy, (reading) => {
      const { signal, isSpeaking } = watch(reading, performance.now());
      if (listened === 'on') setVoice(signal === 'none' ? 'unheard' : null);
      else setVoice(isSpeaking ? 'speaking-muted' : null);
    });
    return () => {
      stop();
      copy.stop();
      setVoice(null);
    };
  }, [media, listened]);
  return voice;
}
