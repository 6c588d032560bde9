import { ParticipantInfo, ServerError } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { peopleInRoom } from './people-in-room.ts';

const refusing = (error: Error) => ({
  async listParticipants(): Promise<ParticipantInfo[]> {
    throw error;
  },
});
const saying = (status: number, code: string) =>
  new ServerError('TwirpError', 'room', status, code) as ServerError & Error;

test('a room that was deleted since it was listed has nobody in it', async () => {
  const { identity } = new ParticipantInfo({ identity: 'one' });
  const there = { listParticipants: async () => [new ParticipantInfo({ identity })] };
  expect(await peopleInRoom(there, 'room')).toMatchObject([{ identity }]);
  expect(await peopleInRoom(refusing(saying(404, 'not_found')), 'room')).toEqual([]);
});

test('a media server that does not answer is no empty room', async () => {
  const away = saying(503, 'unavailable');
  await expect(peopleInRoom(refusing(away), 'room')).rejects.toBe(away);
});
