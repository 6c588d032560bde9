import { closest, distance } from 'fastest-levenshtein';

const prefix = 'VISIO_';

/**
 * One line for each variable whose name is nearly one of ours. A setting under a wrong name would be ignored:
 * VISIO_AGENT_RULES would let everybody in. Names unlike any of ours belong to other programs, or to a newer version
 * that this one replaced, and are left alone.
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
