type Job = () => Promise<void>;
type Lanes = { readonly first: Job[]; readonly rest: Job[] };

/**
 * Does the changes of each meeting one after the other, and of those that wait the moderators' first: whoever holds a
 * link can have many made, and whoever could end that must not stand behind them.
 */
export function createUpdateQueue() {
  const queues = new Map<string, Lanes>();

  async function work(meetingId: string, lanes: Lanes): Promise<void> {
    for (;;) {
      const next = lanes.first.shift() ?? lanes.rest.shift();
      if (!next) break;
      await next();
    }
    queues.delete(meetingId);
  }

  return <T>(meetingId: string, change: () => Promise<T>, order?: 'first'): Promise<T> =>
    new Promise((resolve, reject) => {
      const job: Job = async () => {
        try {
          resolve(await change());
        } catch (error) {
          reject(error);
        }
      };
      const waiting = queues.get(meetingId);
      const lanes = waiting ?? { first: [], rest: [] };
      lanes[order ?? 'rest'].push(job);
      if (waiting) return;
      queues.set(meetingId, lanes);
      void work(meetingId, lanes);
    });
}
