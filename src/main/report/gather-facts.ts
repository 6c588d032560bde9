import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import type { CurrentMeetingKeeper } from '../../client/current-meeting.ts';
import type { ReadFacts } from '../devices/read-system-facts.ts';
import type { AppLog } from '../log/log.ts';
import type { OwnService } from '../../client/own-service.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Session } from '../sign-in/session.ts';
import type { KnownNames } from './redact-known-names.ts';
import { hostsIn, proxyHosts, proxyKinds } from './hosts.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Machine } from './this-machine.ts';

export type GatherDeps = {
  readonly machine: Machine;
  readonly readFacts: ReadFacts;
  readonly settings: Pick<SettingsKeeper, 'get' | 'resolved' | 'displayName'>;
  readonly session: Pick<Session, 'state'>;
  readonly own: Pick<OwnService, 'known'>;
  readonly current: Pick<CurrentMeetingKeeper, 'get' | 'seat'>;
  /** As Chromium writes it: `DIRECT`, `PROXY name:port`. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly isOnline: () => boolean;
  readonly log: Pick<AppLog, 'recent'>;
  /** Ms since the epoch. */
  readonly now: () => number;
};

/** Ms that a proxy script has to answer: the report is needed most when it never does. */
const proxyMs = 2000;

/** Gathers everything for the report, and the words that must not be in it. Does not reject if a fact is not available. */
export async function gatherFacts(
  deps: GatherDeps,
  page: PageFindings,
): Promise<{ readonly facts: ReportFacts; readonly known: KnownNames }> {
  const { machine, readFacts, settings, session, own, current, isOnline, log, now } = deps;
  const { server } = settings.get();
  const readSafely = (kind: DeviceKind): Promise<SystemFacts> => readFacts(kind).catch(() => nothingTold);
  const [microphone, camera, speaker, system, proxy] = await Promise.all([
    readSafely('microphone'),
    readSafely('camera'),
    readSafely('speaker'),
    machine.system(),
    server === '' ? null : proxyOf(deps, server),
  ]);
  const meeting = current.get();
  const discovery = own.known();
  const signIn = session.state();
  const facts: ReportFacts = {
    at: new Date(now()).toISOString(),
    runningSince: new Date(now() - machine.uptimeMs()).toISOString(),
    versions: machine.versions,
    system,
    signIn,
    service: server === '' ? 'none' : discovery === null ? 'silent' : 'known',
    reference: meeting?.admission.meeting.reference ?? null,
    network: {
      online: isOnline(),
      proxy: proxy === null ? 'unknown' : proxyKinds(proxy),
      interfaces: machine.interfaces(),
    },
    devices: { microphone, camera, speaker },
    screen: machine.screen(),
    settings: settings.resolved(),
    page,
    log: log.recent(),
  };
  const seat = current.seat();
  const { allowedServers, signInIssuer, helpDeskUrl } = settings.get();
  const addresses = [
    server,
    ...allowedServers,
    signInIssuer,
    helpDeskUrl,
    discovery?.livekitUrl,
    discovery?.signIn?.issuer,
    meeting?.admission.livekitUrl,
    seat.ok ? seat.value.origin : '',
  ];
  const known: KnownNames = {
    people: [
      settings.displayName(),
      signIn.name === 'signed-in' ? signIn.displayName : '',
      meeting?.admission.participant.displayName ?? '',
      ...machine.people(),
    ],
    computers: [...hostsIn(addresses), ...proxyHosts(proxy ?? ''), ...machine.computers()],
  };
  return { facts, known };
}

async function proxyOf({ resolveProxy }: GatherDeps, server: string): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), proxyMs);
  const found = await Promise.race([resolveProxy(server).catch(() => null), late]);
  clearTimeout(timer);
  return found;
}
