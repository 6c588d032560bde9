type Deps = {
  /** The processes of this app, from Electron. */
  readonly metrics: () => readonly { readonly pid: number; readonly serviceName?: string }[];
  readonly kill: (pid: number) => void;
};

/**
 * Ends Chromium's audio process, which Chromium starts again when needed. After a restart of the sound server (PulseAudio,
 * seen) Chromium 130 never reconnects by itself: it lists no microphone and no speaker until the app is restarted or this is
 * done.
 */
export function soundRestarter({ metrics, kill }: Deps): () => void {
  return () => {
    for (const { pid, serviceName } of metrics()) if (serviceName === 'audio.mojom.AudioService') kill(pid);
  };
}
