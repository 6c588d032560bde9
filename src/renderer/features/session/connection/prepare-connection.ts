import { Room } from 'livekit-client';

/** Resolves the media server's name and opens a TLS session to it while nobody waits. Failing costs nothing. */
export const prepareConnection = (livekitUrl: string): Promise<void> =>
  new Room().prepareConnection(livekitUrl);
