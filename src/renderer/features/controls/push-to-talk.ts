type Deps = {
  /** The microphone is off, and may be turned on by a key. */
  readonly canTalk: () => boolean;
  readonly isOn: () => boolean;
  readonly on: () => void;
  readonly off: () => void;
  /** The microphone stays on until the key is pressed once more. */
  readonly onLatched: () => void;
  /** Ms, of any clock that only goes on. */
  readonly now: () => number;
};

export type PushToTalk = { press(): void; release(): void };

/** Ms within which a second press latches: as systems count a double click. */
const doubleMs = 400;

/**
 * Talks while the key is held; a quick second press keeps talking until the next press. A microphone that the user turned on
 * by hand stays on.
 */
export function createPushToTalk({ canTalk, isOn, on, off, onLatched, now }: Deps): PushToTalk {
  let mode: 'idle' | 'held' | 'latched' = 'idle';
  let pressedAt = -Infinity;
  return {
    press() {
      if (mode === 'held') return;
      if (mode === 'latched') {
        mode = 'idle';
        pressedAt = -Infinity;
        // The button turned it off in the meantime, so this press counts as a first one.
        if (isOn()) return off();
      }
      if (!canTalk()) return;
      const isDouble = now() - pressedAt < doubleMs;
      pressedAt = now();
      mode = isDouble ? 'latched' : 'held';
      on();
      if (isDouble) onLatched();
    },
    release() {
      if (mode !== 'held') return;
      mode = 'idle';
      off();
    },
  };
}
