import { redactKnown, type KnownWords } from './known-words.ts';
import { oneLine } from './one-line.ts';
import { redactLabel } from './redact-label.ts';
import { redactReport } from '../../shared/redaction/report.ts';

/** How a text that we did not write ourselves gets into the report. */
export type Redaction = {
  /** On one line of at most 300 characters, without what must not leave. */
  text(loose: string): string;
  /** The same for the name of a device, which may hold its owner's, on 120 characters. */
  label(loose: string): string;
  /** Of a version or the like, which has the form of an address and is none: without the words that are known. */
  known(loose: string): string;
};

/** Characters that are looked at, and that are told. */
const longest = { read: 2000, told: 300, label: 120 };

export function createRedaction(known: KnownWords): Redaction {
  const withoutKnown = redactKnown(known);
  const clean = (loose: string, also: (text: string) => string): string =>
    // The forms first: a name taken out of a token would leave two halves that have none.
    oneLine(withoutKnown(also(redactReport(oneLine(loose, longest.read)))), longest.told);
  return {
    text: (loose) => clean(loose, (text) => text),
    label: (loose) => oneLine(clean(loose, redactLabel), longest.label),
    known: (loose) => oneLine(withoutKnown(oneLine(loose, longest.told)), longest.told),
  };
}
