import { tileGap } from './grid.ts';

/** CSS pixels. */
export type Size = { readonly width: number; readonly height: number };

/** The filmstrip. `side`: in a column at the right, else in a row below. */
export type Strip = {
  readonly side: boolean;
  /** Of its column's width or its row's height. */
  readonly thickness: number;
  readonly tile: Size;
  /** How many tiles of a page fit, those that stay on each page counted. */
  readonly capacity: number;
  readonly isPaged: boolean;
};

export type Regions = { readonly main: Size; readonly strip: Strip | null };

type Input = {
  readonly area: Size;
  /** Tiles of the filmstrip that stay on each page, and the others. */
  readonly kept: number;
  readonly others: number;
  /** Which part of the area the user gave the filmstrip (0–1); null while they have not moved its edge. */
  readonly share: number | null;
};

const ratio = 16 / 9;
/** Below it the filmstrip lies under what is large. */
const widestForRow = 900;
const usualShare = 0.2;
/** How far its edge can be drawn. */
export const stripLimits = { least: 0.1, most: 0.5 };
const most = 6;
/** What one must see to read a sign language: the contract's 320×240, in tiles of 16:9. */
const interpreter: Size = { width: 427, height: 240 };
/** Of the area, however small it is: what is large stays the larger one. */
const mostForInterpreter = 0.6;
export const pagerThickness = 48;

/** Whether the filmstrip stands at the right. */
export const isSide = ({ width }: Size): boolean => width >= widestForRow;

/** Divides the stage between what is large and its filmstrip, which is null where it would be empty. */
export function layOutRegions({ area, kept, others, share }: Input): Regions {
  if (kept + others === 0 || area.width === 0) return { main: area, strip: null };
  const side = isSide(area);
  const across = side ? area.width : area.height;
  const wanted = Math.min(stripLimits.most, Math.max(stripLimits.least, share ?? usualShare)) * across;
  const needed =
    kept === 0 ? 0 : Math.min(side ? interpreter.width : interpreter.height, mostForInterpreter * across);
  const thickness = Math.floor(Math.max(wanted, needed));
  // Along the strip, one tile after the other.
  const along = side ? area.height : area.width;
  const wantedLength = side ? thickness / ratio : thickness * ratio;
  const fitting = (room: number): number => Math.floor((room + tileGap) / (wantedLength + tileGap));
  const isPaged = kept + others > Math.min(most, fitting(along));
  const room = isPaged ? along - pagerThickness - tileGap : along;
  const least = kept + Math.min(1, others);
  const capacity = Math.max(least, Math.min(most, kept + others, fitting(room)));
  const length = Math.floor(Math.min(wantedLength, (room + tileGap) / capacity - tileGap));
  const tile = side
    ? { width: Math.floor(length * ratio), height: length }
    : { width: length, height: Math.floor(length / ratio) };
  const left = across - thickness - tileGap;
  return {
    main: side ? { width: left, height: area.height } : { width: area.width, height: left },
    strip: { side, thickness, tile, capacity, isPaged },
  };
}
