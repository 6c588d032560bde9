/**
 * Does something with a window that may be closed by now. Whatever is asked of a closed one throws « Object has been
 * destroyed », and what main waits for (an answer, a link, the network) may come after it.
 */
export function whileOpen<W extends { isDestroyed(): boolean }>(window: W, act: (window: W) => void): void {
  if (!window.isDestroyed()) act(window);
}
