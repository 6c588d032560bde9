import type { DeviceKind, SystemFacts } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import type { ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import type { LogLine } from './recent-lines.ts';

/**
 * Everything that a report contains; times are ISO 8601 in UTC. Main finds it in `gather-facts.ts`, or the page does
 * (`shared/report.ts`); a line of the report is written in `build-report.ts`, by the `describe…` of its section.
 */
export type ReportFacts = {
  readonly at: string;
  readonly runningSince: string;
  /** The version of the app comes first. */
  readonly versions: Readonly<Record<'Visio-Agents' | 'Electron' | 'Chromium', string>>;
  readonly system: {
    readonly name: string;
    readonly release: string;
    readonly arch: string;
    readonly locale: string;
    /** On Linux, such as « wayland, GNOME »; null elsewhere. */
    readonly display: string | null;
  };
  readonly signIn: SignInState;
  readonly service: 'known' | 'silent' | 'none';
  /** The reference of the meeting that we are in, or can return to. */
  readonly reference: string | null;
  readonly network: {
    readonly online: boolean;
    /** The kind of proxy (`PROXY`, `SOCKS5`), never its address; null without one, `unknown` if it could not be found out. */
    readonly proxy: string | null;
    /** By the names of the system: these show a VPN. */
    readonly interfaces: readonly string[];
  };
  readonly devices: Readonly<Record<DeviceKind, SystemFacts>>;
  /** The system's permission to share the screen; null if it has no such switch. */
  readonly screen: string | null;
  readonly settings: ResolvedSettings;
  readonly page: PageFindings;
  readonly log: readonly LogLine[];
};
