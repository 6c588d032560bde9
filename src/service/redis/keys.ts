/** Names of everything that a service keeps in Redis; services that share one must differ in their instance name. */
export function keysOf(instanceName: string) {
  const prefix = `va:${instanceName}:`;
  return {
    meeting: (id: string) => `${prefix}meeting:${id}`,
    replay: (key: string) => `${prefix}replay:${key}`,
    agent: (pseudonym: string) => `${prefix}agent:${pseudonym}`,
    turn: (work: string) => `${prefix}turn:${work}`,
    lock: (what: string) => `${prefix}lock:${what}`,
    pin: (pin: string) => `${prefix}pin:${pin}`,
    reconciliations: (now: number) => `${prefix}looks:${Math.floor(now / 1000)}`,
    clock: `${prefix}clock`,
    due: `${prefix}due`,
    rooms: `${prefix}rooms`,
    meetingsByRoom: `${prefix}places`,
    roomsToDelete: `${prefix}doomed`,
  };
}
