import type { Admission } from '../../../src/shared/meeting.ts';

/** The code of the participant link. */
export const codeOf = ({ meeting }: Admission): string => meeting.links.participant.split('/').at(-1) ?? '';
