import type { RandomBytes } from '../../system/random-bytes.ts';

const prefix = (instanceName: string): string => `va-${instanceName}-`;
const random = /^[0-9a-f]{32}$/;

export const newRoomName = (instanceName: string, randomBytes: RandomBytes): string =>
  prefix(instanceName) + randomBytes(16).toString('hex');

/** Whether this instance made the room: `va-a-…` must not claim the rooms of an instance called `a-b`. */
export const isOurRoom = (name: string, instanceName: string): boolean =>
  name.startsWith(prefix(instanceName)) && random.test(name.slice(prefix(instanceName).length));
