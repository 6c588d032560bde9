/** Enters a LiveKit room as far as signalling goes: enough to be listed, counted, refused and sent away. */
export async function enterRoom(livekitUrl: string, token: string, query = ''): Promise<InRoom> {
  const socket = new WebSocket(`${livekitUrl}/rtc?access_token=${token}&protocol=16&sdk=js${query}`);
  const entered = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  socket.addEventListener('message', () => entered.resolve());
  socket.addEventListener('error', () => entered.reject(new Error('refused')));
  socket.addEventListener('close', () => {
    entered.reject(new Error('refused'));
    left.resolve();
  });
  await entered.promise;
  return {
    left: left.promise,
    isIn: () => socket.readyState === WebSocket.OPEN,
    leave: () => socket.close(),
  };
}

export type InRoom = {
  /** Settles once LiveKit, or this side, has closed the connection. */
  readonly left: Promise<void>;
  isIn(): boolean;
  leave(): void;
};
