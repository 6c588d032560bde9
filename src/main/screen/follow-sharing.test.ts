import { expect, test, vi } from 'vitest';
import { followSharing } from './follow-sharing.ts';

function meetingWindow() {
  const listeners = new Map<string, () => void>();
  const now = { focused: true, minimized: false, destroyed: false };
  const sign = { show: vi.fn(), hide: vi.fn(), end: vi.fn() };
  const sharing = followSharing(
    {
      isFocused: () => now.focused,
      isMinimized: () => now.minimized,
      isDestroyed: () => now.destroyed,
      on: (event, listener) => listeners.set(event, listener),
    },
    sign,
  );
  const becomes = (change: Partial<typeof now>, event: string): void => {
    Object.assign(now, change);
    listeners.get(event)?.();
  };
  return { sharing, sign, becomes };
}

test('the sign is there as long as something is shared and the window is not in front', () => {
  const { sharing, sign, becomes } = meetingWindow();
  becomes({ focused: false }, 'blur');
  expect(sign.show).not.toHaveBeenCalled();
  sharing.begin();
  expect(sign.show).toHaveBeenCalledTimes(1);
  becomes({ focused: true }, 'focus');
  expect(sign.hide).toHaveBeenCalledTimes(1);
  becomes({ minimized: true }, 'minimize');
  expect(sign.show).toHaveBeenCalledTimes(2);
  sharing.end();
  expect(sign.end).toHaveBeenCalledOnce();
  becomes({}, 'blur');
  expect(sign.show).toHaveBeenCalledTimes(2);
});

test('a window that is closed takes the sign along: the app ends with its last window', () => {
  const { sharing, sign, becomes } = meetingWindow();
  sharing.begin();
  becomes({ destroyed: true, focused: false }, 'closed');
  expect(sign.end).toHaveBeenCalledOnce();
  becomes({}, 'blur');
  expect(sign.show).not.toHaveBeenCalled();
});
