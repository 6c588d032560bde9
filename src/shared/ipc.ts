import { z } from 'zod';
import { appCallTable } from './calls/app.ts';
import type { CallTable, HandlersOf } from './calls/call-table.ts';
import { mediaCallTable } from './calls/media.ts';
import { invitationLink, meetingCallTable } from './calls/meeting.ts';
import { networkCallTable } from './calls/network.ts';
import { reportCallTable } from './calls/report.ts';
import { screenCallTable } from './calls/screen.ts';
import { settingsCallTable } from './calls/settings.ts';
import { signInCallTable } from './calls/sign-in.ts';
import { failure, type Failure } from './failure.ts';
import type { Result } from './result.ts';
import { meetingEvent } from './meeting-events.ts';
import type { ResolvedSettings } from './settings/resolve-settings.ts';
import type { SignInState } from './sign-in.ts';

/** All the window may ask of main. A new call is one line in its family and one handler; preload and door stay untouched. */
export const calls = {
  ...appCallTable,
  ...settingsCallTable,
  ...meetingCallTable,
  ...signInCallTable,
  ...mediaCallTable,
  ...networkCallTable,
  ...reportCallTable,
  ...screenCallTable,
} as const satisfies CallTable;

/** All that main may announce unasked. */
const events = {
  'settings:changed': z.custom<ResolvedSettings>(),
  'sign-in:state': z.custom<SignInState>(),
  'link:opened': invitationLink,
  'link:refused': failure,
  'meeting:event': meetingEvent,
  /** What time it is at the service of the current meeting: now and then, and when the computer has slept. */
  'meeting:time': z.object({ meeting: z.string(), serverNow: z.string() }),
  /** Whether the window is neither minimised nor hidden; true until something else is told. */
  'window:seen': z.boolean(),
  /** A device may have come or gone of which the browser hears nothing before it is asked (Linux). */
  'devices:changed': z.void(),
  /** The user stops sharing their screen, from outside of the window. */
  'screen:stop': z.void(),
  /** Whether the meeting service answers while a meeting is on; media does not need it. */
  'service:reachable': z.boolean(),
} as const;

export type Call = keyof typeof calls;
export type CallInput<C extends Call> = z.infer<(typeof calls)[C]['input']>;
export type CallOutput<C extends Call> = z.infer<(typeof calls)[C]['output']>;
export type Answer<C extends Call> = Promise<Result<CallOutput<C>, Failure>>;
export type Handlers = HandlersOf<typeof calls>;
export type AppEvent = keyof typeof events;
export type EventPayload<E extends AppEvent> = z.infer<(typeof events)[E]>;
