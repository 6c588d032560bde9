/** Compares `major.minor.patch`; what follows a hyphen does not count. */
export function isOlder(version: string, minimum: string): boolean {
  const parts = (text: string): number[] => text.split('-')[0]?.split('.').map(Number) ?? [];
  const [ours, theirs] = [parts(version), parts(minimum)];
  for (let i = 0; i < 3; i++) {
    const difference = (ours[i] ?? 0) - (theirs[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
