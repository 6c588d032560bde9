import type { Failure } from '../shared/failure.ts';
import type { Admission, Waiting } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** For whoever cannot wait: having to is being kept out. The place among those who wait lapses by itself. */
export function onlyAdmission(answer: Result<Admission | Waiting, Failure>): Result<Admission, Failure> {
  if (!answer.ok) return answer;
  return 'waiting' in answer.value ? err({ code: 'meeting-locked' }) : ok(answer.value);
}
