import { chunksOf } from './chunks-of.ts';

/** The body as text, or null as soon as it is longer than so many bytes: what is left of it is not fetched. */
export async function readAtMost(response: Response, bytes: number): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let length = 0;
  for await (const part of chunksOf(response.body)) {
    length += part.byteLength;
    if (length > bytes) return null;
    parts.push(decoder.decode(part, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
