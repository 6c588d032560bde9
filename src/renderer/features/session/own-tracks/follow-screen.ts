import type { Bridge } from '../../../bridge.ts';
import type { OwnTrack } from './own-track.ts';

/**
 * Keeps main's sign of what is shared true: tells main when nothing is shared any more, and stops when its user stops there.
 * Returns the function that ends it.
 */
export function followScreen(
  screen: Pick<OwnTrack, 'state' | 'onChange' | 'release'>,
  bridge: Bridge,
): () => void {
  let isOff = true;
  const tell = (): void => void bridge.call('screen:stopped');
  const unfollow = screen.onChange(() => {
    const wasOff = isOff;
    isOff = screen.state() === 'off';
    if (isOff && !wasOff) tell();
  });
  const unhear = bridge.on('screen:stop', () => (isOff ? tell() : screen.release()));
  return () => {
    unfollow();
    unhear();
  };
}
