/** In the screen's own units, which a display at 150 % has fewer of than pixels. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Size = Pick<Bounds, 'width' | 'height'>;

/** What the pages are drawn for; they scroll in a window that has to be smaller. */
const smallest = { width: 800, height: 600 };
const usual = { width: 1100, height: 750 };

/** What window managers on Linux draw around the bounds, at most: xfwm4 29 pixels of title and 5 at the other sides. */
const frame = { title: 40, side: 8 };

/** Of a display, what a window's bounds may fill. How much the frame takes X11 says only when the window is there. */
export const roomOn = ({ x, y, width, height }: Bounds, platform: NodeJS.Platform): Bounds => {
  const { title, side } = platform === 'linux' ? frame : { title: 0, side: 0 };
  return { x: x + side, y: y + title, width: width - 2 * side, height: height - title - side };
};

/** As large as wanted where there is room for it, and whole within it. */
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
 * Where a window goes whose screen has changed or is gone; null where it stays. One that somebody moved half out of sight stays
 * there; one of which nothing would be seen does not.
 */
export function moveInto(room: Bounds, { x, y, width, height }: Bounds): Bounds | null {
  const isTooLarge = width > room.width || height > room.height;
  const isSeen =
    x < room.x + room.width && x + width > room.x && y < room.y + room.height && y + height > room.y;
  return isTooLarge || !isSeen ? fitInto(room, { x, y, width, height }) : null;
}

/** In the middle. */
export function usualIn(room: Bounds): Bounds {
  const { width, height } = fitInto(room, { ...room, ...usual });
  const middle = (from: number, length: number, own: number): number => Math.round(from + (length - own) / 2);
  return { x: middle(room.x, room.width, width), y: middle(room.y, room.height, height), width, height };
}

/** No window is kept larger than its screen. */
export const smallestIn = (room: Bounds): Size => ({
  width: Math.min(smallest.width, room.width),
  height: Math.min(smallest.height, room.height),
});
