/** In device-independent pixels: a display at 150 % has fewer of them than physical pixels. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Size = Pick<Bounds, 'width' | 'height'>;

/** The smallest size that the pages are designed for; they scroll in a window that has to be smaller. */
const smallest = { width: 800, height: 600 };
const usual = { width: 1100, height: 750 };

/** What window managers on Linux draw around the bounds, at most: xfwm4 29 pixels of title and 5 at the other sides. */
const frame = { title: 40, side: 8 };

/** The part of a display that a window's bounds may fill. X11 tells the size of the frame only once the window exists. */
export const roomOn = ({ x, y, width, height }: Bounds, platform: NodeJS.Platform): Bounds => {
  const { title, side } = platform === 'linux' ? frame : { title: 0, side: 0 };
  return { x: x + side, y: y + title, width: width - 2 * side, height: height - title - side };
};

/** The wanted bounds, shrunk and moved so that they lie within the room. */
export function fitInto(room: Bounds, wanted: Bounds): Bounds {
  const width = Math.min(wanted.width, room.width);
  const height = Math.min(wanted.height, room.height);
  const within = (at: number, from: number, length: number): number =>
    Math.max(from, Math.min(at, from + length));
  return {
    x: within(wanted.x, room.x, room.width - width),
    y: within(wanted.y, room.y, room.height - height),
    width,
    height,
  };
}

/**
 * The new bounds of a window whose screen has changed or is gone; null if it stays where it is. A window that somebody moved
 * half off the screen stays; one that would be entirely off the screen does not.
 */
export function moveInto(room: Bounds, { x, y, width, height }: Bounds): Bounds | null {
  const isTooLarge = width > room.width || height > room.height;
  const isSeen =
    x < room.x + room.width && x + width > room.x && y < room.y + room.height && y + height > room.y;
  return isTooLarge || !isSeen ? fitInto(room, { x, y, width, height }) : null;
}

/** The default bounds, in the middle. */
export function usualIn(room: Bounds): Bounds {
  const { width, height } = fitInto(room, { ...room, ...usual });
  const middle = (from: number, length: number, own: number): number => Math.round(from + (length - own) / 2);
  return { x: middle(room.x, room.width, width), y: middle(room.y, room.height, height), width, height };
}

/** The minimum size: on a small screen no larger than the screen. */
export const smallestIn = (room: Bounds): Size => ({
  width: Math.min(smallest.width, room.width),
  height: Math.min(smallest.height, room.height),
});
