/** Tells when something is plugged in or out, until the returned function is called. */
export function followDevices(listener: () => void, media = navigator.mediaDevices): () => void {
  media.addEventListener('devicechange', listener);
  return () => media.removeEventListener('devicechange', listener);
}

/**
 * On Linux Chromium hears from the kernel alone (udev, seen with 130): what only the sound server knows, such as a Bluetooth
 * headset, it finds when it is asked for its devices, and then says so by `devicechange`. Asked at every news from main, and
 * not time and again: each question keeps Chromium's process for cameras for some seconds (11 MiB).
 */
export const askForDevices = (media = navigator.mediaDevices): void => void media.enumerateDevices();
