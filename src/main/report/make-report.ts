import type { PageFindings } from '../../shared/report.ts';
import type { Words } from '../../shared/words/words.ts';
import { buildReport } from './build-report.ts';
import { createRedaction } from './redaction.ts';
import { gatherFacts, type GatherDeps } from './gather-facts.ts';

/** Makes the text of a report on the current state. */
export const makeReport =
  (deps: GatherDeps, words: () => Words) =>
  async (page: PageFindings): Promise<string> => {
    const { facts, known } = await gatherFacts(deps, page);
    return buildReport(facts, words(), createRedaction(known));
  };
