import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../../shared/failure.ts';
import type { ResolvedSettings } from '../../../shared/settings/resolve-settings.ts';
import type { SettingName, Settings } from '../../../shared/settings/settings.ts';
import type { Bridge } from '../../bridge.ts';

export type SettingsStore = {
  /** As main holds them: the page never decides one by itself. */
  readonly settings: ResolvedSettings;
  /** Null when it holds. */
  change<N extends Exclude<SettingName, 'server'>>(name: N, value: Settings[N]): Promise<Failure | null>;
  /** What somebody typed as the address of their meeting service. */
  chooseServer(typed: string): Promise<Failure | null>;
};
export type SettingsStoreApi = ReturnType<typeof createSettingsStore>;

export const createSettingsStore = (bridge: Bridge, first: ResolvedSettings) =>
  createStore<SettingsStore>()((set) => {
    bridge.on('settings:changed', (settings) => set({ settings }));
    return {
      settings: first,
      async change(name, value) {
        const changed = await bridge.call('settings:change', { name, value });
        return changed.ok ? null : changed.error;
      },
      async chooseServer(typed) {
        const chosen = await bridge.call('server:choose', typed);
        return chosen.ok ? null : chosen.error;
      },
    };
  });
