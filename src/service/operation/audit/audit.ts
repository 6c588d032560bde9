import type { EndReason } from '../../../shared/meeting.ts';
import type { Agent } from '../../agents/agent.ts';
import { deriveKeys } from '../../meetings/credentials/signing-keys.ts';
import { referenceOf } from '../../meetings/meeting-reference.ts';

/** An event that the audit records; people are identities, which only this meeting knows. */
export type AuditEvent =
  /** `agent`: as whom they had signed in. */
  | { readonly event: 'opened'; readonly by: string; readonly agent: Agent }
  /** `by`: null if nobody ended it. */
  | { readonly event: 'ended'; readonly by: string | null; readonly reason: EndReason }
  | { readonly event: 'locked' | 'unlocked' | 'moderator-link-reopened'; readonly by: string }
  | { readonly event: 'removed' | 'promoted'; readonly by: string; readonly target: string };

export type Audit = { note(meetingId: string, auditEvent: AuditEvent): void };

type Deps = {
  readonly codeKeys: readonly Uint8Array[];
  /** The store's clock, ms since 1970. */
  readonly now: () => number;
  /** Adds a line, without its end, to the day's file. @throws if it cannot be written. */
  readonly write: (line: string, at: number) => void;
  readonly onNote?: (event: AuditEvent['event']) => void;
  readonly onFailure?: (error: unknown) => void;
};

/**
 * Records who opened, ended or locked a meeting, and whom they removed or promoted. Nobody is named: the same person
 * has the same pseudonym, which leads back to them only with the service's key. If a line cannot be written, the
 * meeting goes on.
 */
export function createAudit({ codeKeys, now, write, onNote, onFailure }: Deps): Audit {
  const pseudonym = pseudonyms(codeKeys);
  return {
    note(meetingId, auditEvent) {
      onNote?.(auditEvent.event);
      const at = now();
      const line = {
        time: new Date(at).toISOString(),
        reference: referenceOf(meetingId),
        event: auditEvent.event,
        by: auditEvent.by === null ? null : pseudonym(['person', meetingId, auditEvent.by]),
        ...('agent' in auditEvent ? { agent: pseudonym(['agent', auditEvent.agent.id]) } : {}),
        ...('target' in auditEvent ? { target: pseudonym(['person', meetingId, auditEvent.target]) } : {}),
        ...('reason' in auditEvent ? { reason: auditEvent.reason } : {}),
      };
      try {
        write(JSON.stringify(line), at);
      } catch (error) {
        onFailure?.(error);
      }
    },
  };
}

/** A pseudonym of 16 letters; keyed, so that nobody can find a person by trying all known names. */
export function pseudonyms(codeKeys: readonly Uint8Array[]): (named: readonly string[]) => string {
  const { sign } = deriveKeys(codeKeys, 'audit/v1');
  return (named) =>
    sign(Buffer.from(JSON.stringify(named)))
      .toString('base64url')
      .slice(0, 16);
}
