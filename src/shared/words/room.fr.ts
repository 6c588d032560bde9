/** What is read inside a meeting. */
export const roomFr = {
  leave: 'Quitter',
};
export type RoomWords = typeof roomFr;
