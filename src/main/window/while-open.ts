/**
 * Does something with a window unless it is closed by now. Every call on a closed window throws « Object has been destroyed »,
 * and what main waits for (an answer, a link, the network) may come after the window has closed.
 */
export function whileOpen<W extends { isDestroyed(): boolean }>(window: W, act: (window: W) => void): void {
  if (!window.isDestroyed()) act(window);
}
