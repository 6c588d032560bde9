import type { RoomWords } from './room.fr.ts';

export const roomEn: RoomWords = {
  leave: 'Leave',
};
