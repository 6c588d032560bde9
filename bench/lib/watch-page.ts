/** What is looked for in a page: an element, by selector and by how its text begins. */
export type Landmark = { readonly selector: string; readonly text?: string };

/**
 * The script that looks at a page from inside, the same for both sides. `bench.shown(landmark)` resolves to the moment (ms
 * since 1970, with fractions) at which the element was drawn: by the frame after it came, and not before Chromium says that
 * anything at all was on the screen (« first contentful paint »).
 */
export const watcher = `(() => {
  if (globalThis.bench) return;
  const now = () => performance.timeOrigin + performance.now();
  const find = ({ selector, text }) =>
    [...document.querySelectorAll(selector)].find((e) => !text || e.textContent.trim().startsWith(text));
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(now());
    port2.postMessage(0);
  }));
  const firstPaint = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (entry) resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const there = (landmark) => new Promise((resolve) => {
    if (find(landmark)) return resolve();
    const observer = new MutationObserver(() => {
      if (!find(landmark)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  const seen = new Map();
  const shown = (landmark) => {
    const key = JSON.stringify(landmark);
    if (!seen.has(key)) seen.set(key, there(landmark).then(async () => Math.max(...(await Promise.all([drawn(), firstPaint])))));
    return seen.get(key);
  };
  const click = (landmark) => {
    const at = now();
    find(landmark).click();
    return at;
  };
  // Without a person's delay: in the moment in which the element is there.
  const clickWhenThere = (landmark) => there(landmark).then(() => click(landmark));
  globalThis.bench = { now, shown, click, clickWhenThere };
})();`;
