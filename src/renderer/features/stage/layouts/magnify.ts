/** How a shared screen is looked at: `scale` 1–4; the offset of its upper left corner, in parts of the tile's width and height. */
export type Magnified = { readonly scale: number; readonly x: number; readonly y: number };

type Point = { readonly x: number; readonly y: number };

export const whole: Magnified = { scale: 1, x: 0, y: 0 };
const most = 4;
/** With each press of a key, click or notch of the wheel. */
export const zoomStep = 1.25;

/** Nothing beside the picture is ever seen. */
const inside = ({ scale, x, y }: Magnified): Magnified => ({
  scale,
  x: Math.min(0, Math.max(1 - scale, x)),
  y: Math.min(0, Math.max(1 - scale, y)),
});

/** What is under the point (0–1 of the tile) stays there. */
export function magnify(now: Magnified, factor: number, { x, y }: Point): Magnified {
  const scale = Math.min(most, Math.max(1, now.scale * factor));
  const grown = scale / now.scale;
  return inside({ scale, x: x - (x - now.x) * grown, y: y - (y - now.y) * grown });
}

/** Moves the picture by parts of the tile. */
export const moveBy = (now: Magnified, { x, y }: Point): Magnified =>
  inside({ scale: now.scale, x: now.x + x, y: now.y + y });
