import { ServerError, type ParticipantInfo, type RoomServiceClient } from 'livekit-server-sdk';

/** Who is in a room that LiveKit has listed. Deleted meanwhile, it has nobody in it. */
export async function peopleInRoom(
  rooms: Pick<RoomServiceClient, 'listParticipants'>,
  name: string,
): Promise<readonly ParticipantInfo[]> {
  try {
    return await rooms.listParticipants(name);
  } catch (error) {
    if (error instanceof ServerError && error.code === 'not_found') return [];
    throw error;
  }
}
