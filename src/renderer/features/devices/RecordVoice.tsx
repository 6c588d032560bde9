import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { deviceInUse, listDevices } from '../media/device-list.ts';
import { playRecording, recordVoice } from './probes/record-voice.ts';

const seconds = 5;

type State =
  { readonly name: 'idle' | 'playing' | 'failed' } | { readonly name: 'recording'; readonly left: number };

/**
 * « M'enregistrer 5 secondes et m'écouter »: what the others will hear, before they do. `track` is one and the same as long
 * as this is shown.
 */
export function RecordVoice({ track }: { readonly track: MediaStreamTrack }): ReactNode {
  const { devices: words } = useWords();
  const [state, setState] = useState<State>({ name: 'idle' });
  const stopping = useRef<AbortController>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const run = async (): Promise<void> => {
    const { signal } = (stopping.current = new AbortController());
    const tell = (next: State): void => void (signal.aborted || setState(next));
    let left = seconds;
    tell({ name: 'recording', left });
    const timer = setInterval(() => tell({ name: 'recording', left: (left -= 1) }), 1000);
    try {
      const recording = await recordVoice(track, seconds * 1000, signal);
      clearInterval(timer);
      tell({ name: 'playing' });
      if (!signal.aborted) await playRecording(recording, await speakerInUse(), signal);
      tell({ name: 'idle' });
    } catch {
      tell({ name: 'failed' });
    } finally {
      clearInterval(timer);
      if (signal.aborted) setState({ name: 'idle' });
    }
  };

  const isBusy = state.name === 'recording' || state.name === 'playing';
  return (
    <div>
      <button
        type="button"
        className="fr-btn fr-btn--secondary"
        aria-disabled={isBusy}
        onClick={() => !isBusy && void run()}
      >
        {words.record}
      </button>
      <p role="status" className="device-card__hint record-voice">
        {state.name === 'recording' && words.recording(state.left)}
        {state.name === 'playing' && words.playing}
        {state.name === 'failed' && words.recordFailed}
      </p>
    </div>
  );
}

/** Its id: the chosen one may be gone, or in another socket. */
async function speakerInUse(): Promise<string> {
  const { speaker } = listDevices(await navigator.mediaDevices.enumerateDevices());
  return deviceInUse(speaker, chosenDevices().speaker)?.id ?? '';
}
