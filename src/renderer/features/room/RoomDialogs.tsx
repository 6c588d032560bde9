import type { ReactNode } from 'react';
import { JoinModeDialog } from '../greeting/JoinModeDialog.tsx';
import { useStay } from '../session/stay-context.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import type { RoomDialogs as Asked } from './use-room-dialogs.ts';

/** The one question that is asked now, if one is. */
export function RoomDialogs({ asking, leaving, join, listen, stay }: Asked): ReactNode {
  const { meeting } = useStay();
  if (asking === 'join-mode') return <JoinModeDialog onMicrophone={join} onListen={listen} />;
  return (
    asking === 'leave' && (
      <LeaveDialog leaving={leaving} canEnd={meeting.role === 'moderator'} onStay={stay} />
    )
  );
}
