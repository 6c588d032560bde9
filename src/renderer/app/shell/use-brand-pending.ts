import { useService } from '../../features/settings/service-context.ts';

/** At the very first start the brand comes a moment later: its place is kept, and nothing false is shown in it. */
export const useBrandPending = (): boolean =>
  useService((store) => !store.known && store.answer === 'awaited');
