import type { ReactNode } from 'react';
import type { AppStart } from '../../../shared/ipc.ts';
import { useBridge } from '../../bridge-context.ts';
import type { DeviceTrouble } from '../../device-trouble.ts';
import { useWords } from '../../ui/words-context.ts';

export type Platform = AppStart['platform'];
type Props = {
  readonly trouble: DeviceTrouble;
  readonly platform: Platform;
  readonly onRetry: () => void;
};

/** The cause in one sentence, and the button that mends it. */
export function TroubleNote({ trouble: { kind, code }, platform, onRetry }: Props): ReactNode {
  const { devices } = useWords().shell;
  const bridge = useBridge();
  // Linux has no such page to open, and a browser lets no page open its own.
  const hasSettings = platform === 'darwin' || platform === 'win32';
  const refused = code === 'device-refused';
  const sentence = refused && !hasSettings ? devices.refusedHere[kind] : devices.trouble[kind][code];
  return (
    <div role="alert">
      <p>
        {sentence} {code === 'device-missing' && devices.waitingForDevice[kind]}
      </p>
      <div className="device-card__actions">
        {refused && hasSettings && (
          <button
            type="button"
            className="fr-btn"
            onClick={() => void bridge.call('media:open-settings', kind)}
          >
            {devices.openSettings}
          </button>
        )}
        {code !== 'device-missing' && (
          <button
            type="button"
            className={refused && hasSettings ? 'fr-btn fr-btn--secondary' : 'fr-btn'}
            onClick={onRetry}
          >
            {devices.retry}
          </button>
        )}
      </div>
    </div>
  );
}
