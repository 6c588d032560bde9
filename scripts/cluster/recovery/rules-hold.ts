import { expect } from 'vitest';
import type { Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import type { Cluster } from '../start-cluster.ts';
import { codeOf } from './code-of.ts';
import type { MeetingOfTen } from './meeting-of-ten.ts';

/** A meeting that was opened and ended: neither its link nor its token may ever work again. */
export async function endedMeeting({ serviceUrl }: Cluster): Promise<Admission> {
  const call = meetingCalls(serviceUrl);
  const opened = await call('openMeeting', {});
  await call('endMeeting', {}, opened.participationToken);
  return opened;
}

/** Everybody is in the same meeting as before, until the same moment. */
function expectSameMeeting({ clients, opened }: MeetingOfTen): void {
  for (const client of clients) {
    expect(client.over()).toBeNull();
    expect(client.admission()?.meeting.id).toBe(opened.meeting.id);
    expect(client.admission()?.meeting.expiresAt).toBe(opened.meeting.expiresAt);
  }
}

/** The deadline has not moved, an eleventh finds no seat, and what was over stays over. */
export async function expectRulesHold(cluster: Cluster, ten: MeetingOfTen, ended: Admission): Promise<void> {
  expectSameMeeting(ten);
  const call = meetingCalls(cluster.serviceUrl);
  const code = codeOf(ten.opened);
  const { expiresAt } = ten.opened.meeting;
  expect(await call('lookUp', { code })).toMatchObject({ expiresAt, full: true });
  await expect(call('join', { code, displayName: 'Onzième' })).rejects.toThrow('meeting-full');
  await expect(call('lookUp', { code: codeOf(ended) })).rejects.toThrow('meeting-over');
  await expect(call('rejoin', {}, ended.participationToken)).rejects.toThrow('meeting-over');
}
