import type { Failure } from '../shared/failure.ts';
import type { HandlersOf } from '../shared/calls/call-table.ts';
import type { networkCallTable } from '../shared/calls/network.ts';
import { err, ok } from '../shared/result.ts';
import type { CurrentMeetingKeeper } from './current-meeting.ts';
import type { ServiceClient } from './service-client.ts';

type Deps = {
  readonly serviceAt: (origin: string) => Pick<ServiceClient, 'call'>;
  /** Origin of the service that meetings are opened on; '' while nobody has said where it is. */
  readonly ownServer: () => string;
  readonly current: Pick<CurrentMeetingKeeper, 'get' | 'isWaiting' | 'seat'>;
  /** The window may reach this LiveKit address from now on, and no other. */
  readonly allowMedia: (livekitUrl: string) => void;
  /** Resolves when a proxy on the way to LiveKit has got what it asks for. */
  readonly authenticateMediaProxy: (livekitUrl: string) => Promise<void>;
};

/** What the window asks about the network. */
export function networkCalls({
  serviceAt,
  ownServer,
  current,
  allowMedia,
  authenticateMediaProxy,
}: Deps): HandlersOf<typeof networkCallTable> {
  /** LiveKit's address of the meeting that we are in: the only one that the window may reach while it lasts. */
  const ofMeeting = (): string | null => {
    const meeting = current.get();
    return meeting?.present ? meeting.admission.livekitUrl : null;
  };
  /** The service whose media matter now. */
  function origin(): string {
    const seat = current.seat();
    return seat.ok && (ofMeeting() !== null || current.isWaiting()) ? seat.value.origin : ownServer();
  }

  return {
    'network:check': async () => {
      const asked = origin();
      if (asked === '') return err<Failure>({ code: 'no-server' });
      const granted = await serviceAt(asked).call('checkNetwork', {});
      if (!granted.ok) return granted;
      const { livekitUrl, livekitToken } = granted.value;
      // Looked at now: somebody may have gone into a meeting in the meantime.
      const only = ofMeeting();
      if (only === null) allowMedia(livekitUrl);
      else if (new URL(only).origin !== new URL(livekitUrl).origin) return err({ code: 'app-error' });
      await authenticateMediaProxy(livekitUrl);
      return ok({ livekitUrl, livekitToken });
    },
  };
}
