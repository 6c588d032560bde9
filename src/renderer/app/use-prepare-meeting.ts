import { useEffect } from 'react';
import { useService } from '../features/settings/service-context.ts';
import { prepareMeeting, preparePages } from './load-pages.ts';

/** Loads the meeting's code and reaches for its media server while nobody waits. */
export function usePrepareMeeting(): void {
  const livekitUrl = useService((store) => (store.answer === 'here' ? store.service.livekitUrl : null));
  useEffect(() => whenIdle(preparePages), []);
  useEffect(
    () => (livekitUrl === null ? undefined : whenIdle(() => prepareMeeting(livekitUrl))),
    [livekitUrl],
  );
}

/** Returns the function that calls it off. */
function whenIdle(work: () => Promise<unknown>): () => void {
  const idle = requestIdleCallback(() => void work());
  return () => cancelIdleCallback(idle);
}
