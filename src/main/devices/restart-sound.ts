import { rateLimiter } from '../rate-limiter.ts';

type Deps = {
  /** Of Electron: the processes of this app. */
  readonly metrics: () => readonly { readonly pid: number; readonly serviceName?: string }[];
  readonly kill: (pid: number) => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

/**
 * Ends Chromium's own process for sound, which Chromium starts again when it is next needed; false where that was done just
 * now. Chromium 130 never comes back by itself to a sound server that was started anew (PulseAudio, seen): it lists no
 * microphone and no speaker until the app is restarted, or this is done.
 */
export function soundRestarter({ metrics, kill, now }: Deps): () => boolean {
  const mayRestart = rateLimiter({ number: 1, withinMs: 10_000, now });
  return () => {
    if (!mayRestart()) return false;
    for (const { pid, serviceName } of metrics()) if (serviceName === 'audio.mojom.AudioService') kill(pid);
    return true;
  };
}
