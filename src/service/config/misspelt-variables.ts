import { closest, distance } from 'fastest-levenshtein';

const prefix = 'VISIO_';

/**
 * One line for each variable whose name is nearly one of ours. A rule under a wrong name would be kept by nobody:
 * VISIO_AGENT_RULES would let everybody in. Names that are like none of ours are other programs', or those of a newer
 * version that this one took the place of, and are left alone.
 */
export function findMisspeltVariables(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .flatMap((name) => {
      const meant = closest(name, known);
      const mistakes = distance(name, meant);
      const isNear = mistakes <= Math.max(1, Math.floor((meant.length - prefix.length) / 5));
      return isNear ? [`${name}: is no variable of the service; ${meant} is`] : [];
    });
}
