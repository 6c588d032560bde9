import { useEffect } from 'react';
import { useService } from '../features/settings/service-context.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { prepareMeeting, preparePages } from './load-pages.ts';

/** Loads the meeting's code and reaches for its media server while nobody waits. */
export function usePrepareMeeting(): void {
  const livekitUrl = useService((store) => (store.answer === 'here' ? store.service.livekitUrl : null));
  useEffect(() => afterPaint(() => void preparePages()), []);
  useEffect(
    () => (livekitUrl === null ? undefined : afterPaint(() => void prepareMeeting(livekitUrl))),
    [livekitUrl],
  );
}
