import { redactKnownNames, type KnownNames } from './redact-known-names.ts';
import { oneLine } from './one-line.ts';
import { redactLabel } from './redact-label.ts';
import { redactReport } from '../../shared/redaction/report.ts';

/** Prepares a text that we did not write for the report. */
export type Redaction = {
  /** On one line of at most 300 characters, redacted. */
  text(loose: string): string;
  /** The same for the name of a device, which may contain its owner's name; at most 120 characters. */
  label(loose: string): string;
  /** For a version or the like, which only looks like an address: without the known words, but with that. */
  known(loose: string): string;
};

/** Characters that are read, and that are told. */
const longest = { read: 2000, told: 300, label: 120 };

export function createRedaction(known: KnownNames): Redaction {
  const withoutKnown = redactKnownNames(known);
  const clean = (loose: string, also: (text: string) => string): string =>
    // Forms before words: a name removed from a token would leave two halves that no form matches.
    oneLine(withoutKnown(also(redactReport(oneLine(loose, longest.read)))), longest.told);
  return {
    text: (loose) => clean(loose, (text) => text),
    label: (loose) => oneLine(clean(loose, redactLabel), longest.label),
    known: (loose) => oneLine(withoutKnown(oneLine(loose, longest.told)), longest.told),
  };
}
