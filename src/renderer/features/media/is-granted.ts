/** Whether opening such a device asks nobody anything. */
export async function isGranted(kind: 'microphone' | 'camera'): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: kind })).state === 'granted';
  } catch {
    // A browser that does not know this permission's name.
    return false;
  }
}
