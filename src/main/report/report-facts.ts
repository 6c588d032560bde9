import type { DeviceKind, SystemFacts } from '../../shared/devices/system-facts.ts';
import type { PageFindings } from '../../shared/report.ts';
import type { ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import type { SignInState } from '../../shared/sign-in.ts';
import type { LogLine } from './recent-lines.ts';

/** All that a report is made of; times are ISO 8601 in UTC. */
export type ReportFacts = {
  readonly at: string;
  readonly runningSince: string;
  /** The app's own first. */
  readonly versions: Readonly<Record<'Visio-Agents' | 'Electron' | 'Chromium', string>>;
  readonly system: {
    readonly name: string;
    readonly release: string;
    readonly arch: string;
    readonly locale: string;
    /** Of Linux: « wayland, GNOME »; null elsewhere. */
    readonly display: string | null;
  };
  readonly signIn: SignInState;
  readonly service: 'known' | 'silent' | 'none';
  /** Of the meeting that we are in, or can come back to. */
  readonly reference: string | null;
  readonly network: {
    readonly online: boolean;
    /** How it is spoken to (`PROXY`, `SOCKS5`), never where it is; null without one, `unknown` where it could not be asked. */
    readonly proxy: string | null;
    /** As the system calls them: a VPN is told by its name. */
    readonly interfaces: readonly string[];
  };
  readonly devices: Readonly<Record<DeviceKind, SystemFacts>>;
  /** The system's permission to share the screen; null where it has no such switch. */
  readonly screen: string | null;
  readonly settings: ResolvedSettings;
  readonly page: PageFindings;
  readonly log: readonly LogLine[];
};
