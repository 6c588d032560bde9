import { meetingEvent, type MeetingEvent } from '../shared/meeting-events.ts';
import { chunksOf } from './chunks-of.ts';

/** Reads `text/event-stream`: calls `onEvent` for each event we know, `onSign` for anything at all, pings included. */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: MeetingEvent) => void,
  onSign: () => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of chunksOf(body)) {
    onSign();
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    // No event of ours comes near this: a server that never ends one must not fill the memory.
    if (rest.length > 65_536) throw new Error('event too long');
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) onEvent(event);
    }
  }
}

/** One block of lines; comments and events of other versions are ignored. */
export function parseEvent(block: string): MeetingEvent | null {
  let type = '';
  let data = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) type = line.slice('event:'.length).trim();
    if (line.startsWith('data:')) data += line.slice('data:'.length).trim();
  }
  try {
    const fields: unknown = JSON.parse(data || '{}');
    const event = meetingEvent.safeParse({ ...(fields as object), type });
    return event.success ? event.data : null;
  } catch {
    return null;
  }
}
