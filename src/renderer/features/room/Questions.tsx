import type { ReactNode } from 'react';
import { HowToJoin } from '../greeting/HowToJoin.tsx';
import { useStay } from '../session/stay-context.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import type { Questions as Asked } from './use-questions.ts';

/** The one question that is asked now, if one is. */
export function Questions({ asking, leaving, join, listen, stay }: Asked): ReactNode {
  const { meeting } = useStay();
  if (asking === 'how-to-join') return <HowToJoin onMicrophone={join} onListen={listen} />;
  return (
    asking === 'leave' && (
      <LeaveDialog leaving={leaving} canEnd={meeting.role === 'moderator'} onStay={stay} />
    )
  );
}
