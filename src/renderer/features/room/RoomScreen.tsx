import type { ReactNode } from 'react';
import { ControlBar } from '../controls/ControlBar.tsx';
import { Banners } from '../notices/banners/Banners.tsx';
import { Toasts } from '../notices/Toasts.tsx';
import { useDeviceNotices } from '../notices/use-device-notices.ts';
import { useChosenDevices } from '../session/devices/use-chosen-devices.ts';
import { useSoundProcessing } from '../session/devices/use-sound-processing.ts';
import { Stage } from '../stage/Stage.tsx';
import { RoomDialogs } from './RoomDialogs.tsx';
import { SidePanel } from './SidePanel.tsx';
import { TopBar } from './TopBar.tsx';
import { useRoomDialogs } from './use-room-dialogs.ts';
import { useSidePanel } from './use-side-panel.ts';

/** The meeting, put together from its parts: each reads what it needs from the contexts of `SessionProvider`. */
export function RoomScreen(): ReactNode {
  const devices = useDeviceNotices();
  useChosenDevices();
  useSoundProcessing();
  const dialogs = useRoomDialogs();
  const { panel, detailsButton, toggle, close } = useSidePanel();
  return (
    <div className="room" data-panel={panel !== null}>
      {dialogs.isRoomDrawn && (
        <>
          <TopBar panel={panel?.name ?? null} onPanel={toggle} detailsButton={detailsButton} />
          <Banners devices={devices} />
          <div className="room__middle">
            <Stage
              onLeave={dialogs.leave}
              onInvite={panel?.name === 'details' ? null : () => toggle('details')}
            >
              <Toasts />
            </Stage>
            {panel && (
              <SidePanel key={panel.name} name={panel.name} takeFocus={panel.byUser} onClose={close} />
            )}
          </div>
          <ControlBar panel={panel?.name ?? null} onPanel={toggle} onLeave={dialogs.leave} />
        </>
      )}
      <RoomDialogs {...dialogs} />
    </div>
  );
}
