import { useState } from 'react';
import type { SettingsPage } from '../../../shared/host-system.ts';
import { useBridge } from '../../bridge-context.ts';
import { usePlatform } from '../../platform-context.ts';
import { useWords } from '../../ui/words-context.ts';

type Opening = {
  readonly open: (page: SettingsPage) => Promise<void>;
  /** Why nothing opened, and where to go by hand; '' where it did. */
  readonly told: string;
};

/** Opens the system's own pages; the system may have none, or no longer under that name. */
export function useOpenSettings(): Opening {
  const { devices, endings } = useWords();
  const { platform } = usePlatform();
  const bridge = useBridge();
  const [told, setTold] = useState('');
  return {
    told,
    async open(page) {
      // Said anew, it is heard anew.
      setTold('');
      const opened = await bridge.call('media:open-settings', page);
      if (opened.ok) return;
      const { title, advice } =
        opened.error.code === 'too-many-requests'
          ? endings.failure['too-many-requests']
          : { title: devices.settingsNotOpened, advice: devices.settingsByHand[platform][page] };
      setTold(`${title} ${advice}`);
    },
  };
}
