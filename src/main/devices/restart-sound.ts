type Deps = {
  /** Of Electron: the processes of this app. */
  readonly metrics: () => readonly { readonly pid: number; readonly serviceName?: string }[];
  readonly kill: (pid: number) => void;
};

/**
 * Ends Chromium's own process for sound, which Chromium starts again when it is next needed. Chromium 130 never
 * comes back by itself to a sound server that was started anew (PulseAudio, seen): it lists no microphone and no speaker
 * until the app is restarted, or this is done.
 */
export function soundRestarter({ metrics, kill }: Deps): () => void {
  return () => {
    for (const { pid, serviceName } of metrics()) if (serviceName === 'audio.mojom.AudioService') kill(pid);
  };
}
