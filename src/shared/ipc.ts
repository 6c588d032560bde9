import { z } from 'zod';
import { deviceKinds, type SystemFacts } from './devices/system-facts.ts';
import { discovery } from './discovery.ts';
import { failure, type Failure } from './failure.ts';
import { admission, invitationCode, lookup, ownMeeting } from './meeting.ts';
import { networkCheckGrant } from './network-check.ts';
import { pageFindings } from './report.ts';
import type { Result } from './result.ts';
import { meetingEvent } from './service-api.ts';
import type { SignInState } from './sign-in.ts';
import type { ResolvedSettings } from './settings/resolve-settings.ts';

const invitationLink = z.object({ origin: z.url(), code: invitationCode });

/** What the window gets of an admission: everything but the participation token, which main uses in its name. */
const roomAdmission = admission.omit({ participationToken: true }).extend({
  /** Of the service that the meeting is on: main's word, where the links are the service's. */
  origin: z.string(),
});
export type RoomAdmission = z.infer<typeof roomAdmission>;

/** In the meeting, or in its waiting room until the event `admitted` or `refused`. */
const joined = z.union([roomAdmission, z.object({ waiting: z.literal(true) })]);
export type Joined = z.infer<typeof joined>;

/** The meeting that main remembers until it is over; `present` while nobody has clicked « Quitter ». */
const currentMeeting = z.object({ admission: roomAdmission, present: z.boolean() });
export type CurrentMeeting = z.infer<typeof currentMeeting>;

/** Written by main from the table of settings, and read by the page as it is. */
const settingsView = z.custom<ResolvedSettings>();

const signInState = z.custom<SignInState>();

const appStart = z.object({
  signIn: signInState,
  settings: settingsView,
  displayName: z.string(),
  appVersion: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'web']),
  /** A meeting to come back to: at once if `present` (the page was reloaded or crashed), else offered at home. */
  current: currentMeeting.nullable(),
});
export type AppStart = z.infer<typeof appStart>;

/** A meeting that this agent opened and that still runs. */
const runningMeeting = ownMeeting.omit({ links: true });
/** `serverNow`: what time it is at the service (RFC 3339), whose clock is the one that counts. */
const runningMeetings = z.object({ serverNow: z.string(), meetings: z.array(runningMeeting) });

const mediaKind = z.enum(['microphone', 'camera']);
export type MediaKind = z.infer<typeof mediaKind>;
/** `unknown`: the system has no such switch (Linux) or does not tell. */
const mediaAccess = z.enum(['granted', 'denied', 'restricted', 'unknown']);
export type MediaAccess = z.infer<typeof mediaAccess>;

/** Read by main as it is. */
const systemFacts = z.custom<SystemFacts>();
const systemAccess = z.custom<SystemFacts['access']>();

/** The system's own pages about devices. */
const settingsPage = z.enum(['microphone', 'camera', 'speaker', 'screen']);
export type SettingsPage = z.infer<typeof settingsPage>;

/** Pages outside the app that the window may open, by name: it never chooses an address. */
const outsidePage = z.enum([
  'documentation',
  'accessTerms',
  'legal',
  'privacy',
  'terms',
  'help-desk',
  'download',
  'info.gouv.fr',
  'service-public.gouv.fr',
  'legifrance.gouv.fr',
  'data.gouv.fr',
]);
export type OutsidePage = z.infer<typeof outsidePage>;

const displayName = z.string().max(2000);
const nothing = z.void();

/** All the window may ask of main. A new call is one line here and one handler; preload and door stay untouched. */
export const calls = {
  'app:start': { input: nothing, output: appStart },
  /** For settings that a start reads only. Refused in a meeting. */
  'app:restart': { input: nothing, output: nothing },
  /** Refused where the administrator decides, and for what is no value of that setting. */
  'settings:change': {
    input: z.strictObject({ name: z.string().max(50), value: z.unknown() }),
    output: nothing,
  },
  /** The address of a meeting service, as somebody types it; it becomes the app's own if one is there. */
  'server:choose': { input: z.string().max(300), output: nothing },
  /** What the service is; asked again by « Réessayer ». */
  'service:discover': { input: nothing, output: discovery },
  'meeting:open': { input: nothing, output: roomAdmission },
  /** Nobody wants the meeting that was just opened any more: it is ended at once. */
  'meeting:abandon': { input: nothing, output: nothing },
  'meeting:look-up': { input: invitationLink, output: lookup },
  'meeting:join': { input: z.strictObject({ link: invitationLink, displayName }), output: joined },
  /** Those that the agent who is signed in has opened, on whatever computer. */
  'meeting:mine': { input: nothing, output: runningMeetings },
  /** Into one of those, as its moderator. */
  'meeting:resume': { input: z.string().max(100), output: joined },
  'meeting:current': { input: nothing, output: currentMeeting.nullable() },
  /** Also for who waits, once they are admitted. */
  'meeting:rejoin': { input: nothing, output: joined },
  /** The seat is free; the meeting stays the current one, to come back to. Who waits, stops waiting. */
  'meeting:leave': { input: nothing, output: nothing },
  'meeting:end': { input: nothing, output: nothing },
  /** Opens the system's browser; what comes of it is told by `sign-in:state`. While one attempt is on, another changes nothing. */
  'sign-in:start': { input: nothing, output: nothing },
  'sign-in:cancel': { input: nothing, output: nothing },
  'sign-in:sign-out': { input: nothing, output: nothing },
  'clipboard:write': { input: z.string().max(2000), output: nothing },
  'mail:compose': {
    input: z.strictObject({ subject: z.string().max(200), body: z.string().max(2000) }),
    output: nothing,
  },
  'page:open': { input: outsidePage, output: nothing },
  /** Reads the system's permission, asking the user where the system has a prompt (macOS). */
  'media:access': { input: mediaKind, output: mediaAccess },
  /** What the system says of a kind of device: asks nobody, opens no device, and answers within 1.5 s. */
  'media:look': { input: z.enum(deviceKinds), output: systemFacts },
  /** The system's permission to share the screen; `unknown` where it has no such switch. Asks nobody. */
  'media:look-at-screen': { input: nothing, output: systemAccess },
  /** For a browser that lists no sound device where the system has some; fails where it was done just now. */
  'media:restart-sound': { input: nothing, output: nothing },
  /** Opens the system's page; fails where it has none (Linux, and Windows for the screen). */
  'media:open-settings': { input: settingsPage, output: nothing },
  /** A room of one's own for a minute, at the LiveKit of the meeting that we are in, else of the own service. */
  'network:check': { input: nothing, output: networkCheckGrant.omit({ endsAt: true }) },
  /** The report for the help desk, as text; main keeps it, and what leaves is that. */
  'report:make': { input: pageFindings, output: z.string() },
  /** Refused where none was made, as the two that follow are. */
  'report:copy': { input: nothing, output: nothing },
  /** Asks the user where, in the system's own dialog. */
  'report:save': { input: nothing, output: z.enum(['saved', 'cancelled']) },
  /** Opens a mail to the help desk; the report is on the clipboard, since no address of a mail holds so much. */
  'report:mail': { input: nothing, output: nothing },
} as const;

/** All that main may announce unasked. */
const events = {
  'settings:changed': settingsView,
  'sign-in:state': signInState,
  'link:opened': invitationLink,
  'link:refused': failure,
  'meeting:event': meetingEvent,
  /** What time it is at the service of the current meeting: now and then, and when the computer has slept. */
  'meeting:time': z.object({ meeting: z.string(), serverNow: z.string() }),
  /** Whether the window is neither minimised nor hidden; true until something else is told. */
  'window:seen': z.boolean(),
  /** A device may have come or gone of which the browser hears nothing before it is asked (Linux). */
  'devices:changed': nothing,
  /** Whether the meeting service answers while a meeting is on; media does not need it. */
  'service:reachable': z.boolean(),
} as const;

export type Call = keyof typeof calls;
export type CallInput<C extends Call> = z.infer<(typeof calls)[C]['input']>;
export type CallOutput<C extends Call> = z.infer<(typeof calls)[C]['output']>;
export type Answer<C extends Call> = Promise<Result<CallOutput<C>, Failure>>;
export type Handlers = { readonly [C in Call]: (input: CallInput<C>) => Answer<C> };
export type AppEvent = keyof typeof events;
export type EventPayload<E extends AppEvent> = z.infer<(typeof events)[E]>;
