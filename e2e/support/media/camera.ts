export type Colour = { readonly y: number; readonly u: number; readonly v: number };
export const orange: Colour = { y: 153, u: 42, v: 193 };
export const blue: Colour = { y: 60, u: 200, v: 100 };

/** A Y4M film of one colour with a brighter bar that moves, which Chromium's fake camera plays in a loop. */
export function film({ y, u, v }: Colour, width = 640, height = 360, frames = 30): Buffer {
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    const luma = Buffer.alloc(width * height, y);
    const left = Math.floor((frame * width) / frames);
    for (let row = 0; row < height; row++)
      luma.fill(Math.min(255, y + 60), row * width + left, row * width + Math.min(width, left + 12));
    const quarter = (width * height) / 4;
    parts.push(Buffer.from('FRAME\n'), luma, Buffer.alloc(quarter, u), Buffer.alloc(quarter, v));
  }
  return Buffer.concat(parts);
}
