import { createStore } from 'zustand/vanilla';
import type { Discovery } from '../../../shared/discovery.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import { limits } from '../../../shared/meeting-limits.ts';
import type { Bridge } from '../../bridge.ts';

/** What is shown of the meeting service before it has ever answered. */
const unknownService: Discovery = {
  api: { version: 1, minimumApp: '0.0.0' },
  livekitUrl: '',
  webClient: false,
  signIn: null,
  limits: { maxParticipants: limits.maxParticipants, maxMinutes: limits.maxMinutes },
  telephone: false,
  brand: { state: false, organisation: '', service: '' },
  helpDesk: {},
  links: {},
  notice: null,
  desktop: null,
};

export type ServiceStore = {
  /** The last known description; `unknownService` while there is none. */
  readonly service: Discovery;
  readonly known: boolean;
  readonly answer: 'awaited' | 'here' | 'missing';
  /** Why, while the answer is missing. */
  readonly trouble: FailureCode;
  ask(): Promise<void>;
};
export type ServiceStoreApi = ReturnType<typeof createServiceStore>;

// The version of the shape, so that a later app does not read what an earlier one kept.
const key = 'visio.service.2';

/** What the meeting service says of itself. The last answer is kept, so that home looks the same from its first frame. */
export const createServiceStore = (
  bridge: Pick<Bridge, 'call'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
) => {
  const last = recall(storage);
  return createStore<ServiceStore>()((set) => ({
    service: last ?? unknownService,
    known: last !== null,
    answer: 'awaited',
    trouble: 'service-unreachable',
    async ask() {
      set({ answer: 'awaited' });
      const discovered = await bridge.call('service:discover');
      if (!discovered.ok) {
        set({ answer: 'missing', trouble: discovered.error.code });
        return;
      }
      storage.setItem(key, JSON.stringify(discovered.value));
      set({ service: discovered.value, known: true, answer: 'here' });
    },
  }));
};

function recall(storage: Pick<Storage, 'getItem'>): Discovery | null {
  const text = storage.getItem(key);
  if (text === null) return null;
  try {
    // Written by us from what main had checked.
    return JSON.parse(text) as Discovery;
  } catch {
    return null;
  }
}
