/** Ms between two questions on Linux. */
const askEveryMs = 2000;

/**
 * Tells when something is plugged in or out, until the returned function is called.
 *
 * On Linux Chromium hears from the kernel alone (udev, seen with 130): what only the sound server knows, such as a Bluetooth
 * headset, it finds when it is asked for its devices, and then says so by the same event. So it is asked.
 */
export function followDevices(
  listener: () => void,
  { media = navigator.mediaDevices, isLinux = navigator.userAgent.includes('Linux'), page = document } = {},
): () => void {
  media.addEventListener('devicechange', listener);
  const ask = (): void => {
    if (page.visibilityState === 'visible') void media.enumerateDevices();
  };
  const timer = isLinux ? setInterval(ask, askEveryMs) : undefined;
  return () => {
    media.removeEventListener('devicechange', listener);
    clearInterval(timer);
  };
}
