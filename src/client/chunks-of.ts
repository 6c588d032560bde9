/**
 * The stream piece by piece; leaving the loop cancels what is left. It is read by a reader, because not every browser that
 * a guest may have lets a stream itself be looped over (Chrome does since 124, Safari later than all).
 */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let hasEnded = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        hasEnded = true;
        return;
      }
      yield value;
    }
  } finally {
    // A stream that has failed cannot be cancelled; its own error is the one to tell.
    if (!hasEnded) await reader.cancel().catch(() => undefined);
  }
}
