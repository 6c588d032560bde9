import type { ComponentProps, ReactNode } from 'react';
import { PeopleList } from './PeopleList.tsx';
import { useOwnTrack, useOwnTracks } from '../session/session-context.ts';

type Props = Omit<ComponentProps<typeof PeopleList>, 'isOwnMicrophoneOn'>;

/** The list, in which our own line says the same as our button. */
export function OwnPeopleList(props: Props): ReactNode {
  const { microphone } = useOwnTracks();
  return <PeopleList {...props} isOwnMicrophoneOn={useOwnTrack(microphone) === 'on'} />;
}
