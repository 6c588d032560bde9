/**
 * Does the work when what was just rendered has been drawn and the page is idle, so that it does not compete with it: on two
 * cores it does, also in another process. Returns the function that calls it off.
 */
export function afterPaint(work: () => void): () => void {
  let idle: number | null = null;
  // The first frame draws, the second follows when it is done.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(work, { timeout: 1000 });
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    if (idle !== null) cancelIdleCallback(idle);
  };
}
