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

/**
 * Opens the system's own pages; the system may have none, or no longer under that name. `about`: what they are opened for, as
 * it stands now; what was told of something else is told no longer.
 */
export function useOpenSettings(about: string): Opening {
  const { devices, endings } = useWords();
  const { platform } = usePlatform();
  const bridge = useBridge();
  const [told, setTold] = useState({ about, text: '' });
  return {
    told: told.about === about ? told.text : '',
    async open(page) {
      // Said anew, it is heard anew.
      setTold({ about, text: '' });
      const opened = await bridge.call('media:open-settings', page);
      if (opened.ok) return;
      const { title, advice } =
        opened.error.code === 'too-many-requests'
          ? endings.failure['too-many-requests']
          : { title: devices.settingsNotOpened, advice: devices.settingsByHand[platform][page] };
      setTold({ about, text: `${title} ${advice}` });
    },
  };
}
