import { useEffect } from 'react';
import { useService } from '../features/settings/service-context.ts';
import { prepareMeeting } from './load-pages.ts';

/** Loads the meeting's code and reaches for its media server while nobody waits. */
export function usePrepareMeeting(): void {
  const livekitUrl = useService((store) => (store.answer === 'here' ? store.service.livekitUrl : null));
  useEffect(() => {
    if (livekitUrl === null) return undefined;
    const idle = requestIdleCallback(() => void prepareMeeting(livekitUrl));
    return () => cancelIdleCallback(idle);
  }, [livekitUrl]);
}
