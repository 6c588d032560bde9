import { nothingTold, type DeviceKind, type SystemFacts } from '../../../src/shared/devices/system-facts.ts';
import { capabilitiesOn, type Capabilities } from '../../../src/shared/host-system.ts';
import type { RunningApp } from '../app/launch-app.ts';
import { askMain, tellMain } from '../app/main-process.ts';

/** What another system than this one says, or none of the systems lets a test set. */
export type OtherSystem = {
  readonly platform?: 'linux' | 'darwin' | 'win32';
  /** Whether its own pages open; true. */
  readonly opensSettings?: boolean;
  readonly facts?: Partial<Readonly<Record<DeviceKind, Partial<SystemFacts>>>>;
};
type Answers = {
  platform: string | null;
  can: Capabilities | null;
  opensSettings: boolean;
  facts: Record<string, SystemFacts | null>;
  opened: string[];
};
type Main = { _invokeHandlers: Map<string, Handler>; pretended?: Answers };
type Handler = (event: unknown, name: string, input: unknown) => Promise<{ ok: boolean; value?: unknown }>;

/**
 * From now on main answers the page as on that system. It stands where the page asks, so all of the page is real; the
 * readers behind it have tests of their own, over what the systems really give. A page that is loaded knows its platform: `reload` it.
 */
export async function pretendSystem(
  app: RunningApp,
  { platform, opensSettings = true, facts = {} }: OtherSystem,
): Promise<void> {
  const told = (kind: DeviceKind): SystemFacts | null =>
    facts[kind] === undefined ? null : { ...nothingTold, ...facts[kind] };
  const answers: Answers = {
    platform: platform ?? null,
    can: platform ? capabilitiesOn(platform) : null,
    opensSettings,
    facts: { microphone: told('microphone'), camera: told('camera'), speaker: told('speaker') },
    opened: [],
  };
  await tellMain(
    app.electron,
    ({ ipcMain }, next: Answers) => {
      // Electron's own name for what `handle` has been given.
      const handlers = '_invokeHandlers';
      const main = ipcMain as unknown as Main;
      const real = main[handlers].get('visio:call');
      const isNew = main.pretended === undefined;
      main.pretended = next;
      if (!real || !isNew) return;
      main[handlers].set('visio:call', async (event, name, input) => {
        const now = main.pretended ?? next;
        const known = typeof input === 'string' ? now.facts[input] : null;
        if (name === 'media:look' && known) return { ok: true, value: known };
        if (name === 'media:access' && known) return { ok: true, value: known.access };
        if (name === 'media:open-settings')
          return now.opensSettings
            ? { ok: now.opened.push(String(input)) > 0 }
            : { ok: false, error: { code: 'app-error' } };
        const answer = await real(event, name, input);
        if (name !== 'app:start' || now.platform === null) return answer;
        return { ...answer, value: { ...(answer.value as object), platform: now.platform, can: now.can } };
      });
    },
    answers,
  );
}

/** Which of the system's own pages were opened since the last `pretendSystem`. */
export const openedSettings = ({ electron }: RunningApp): Promise<string[]> =>
  askMain(
    electron,
    ({ ipcMain }) => (ipcMain as unknown as { pretended?: { opened: string[] } }).pretended?.opened ?? [],
  );

/** From the next load of the page on, opening a device of this kind throws what browsers throw; null: it opens again. */
export async function failToOpen(
  { page }: RunningApp,
  kind: 'audio' | 'video',
  error: string | null,
): Promise<void> {
  const replace = ({ kind: failing, error: name }: { kind: string; error: string | null }): void => {
    const media = navigator.mediaDevices as MediaDevices & { failing?: Map<string, string | null> };
    const isNew = media.failing === undefined;
    media.failing ??= new Map();
    media.failing.set(failing, name);
    if (!isNew) return;
    const real = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const asked = constraints?.audio ? 'audio' : 'video';
      const thrown = media.failing?.get(asked);
      if (thrown) throw new DOMException('', thrown);
      return real(constraints);
    };
  };
  await page.evaluate(replace, { kind, error });
}
