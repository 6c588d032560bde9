import type { Log } from '../../operation/log.ts';

/** Runs each task again and again, `everyMs` after its last run ended, until stopped. */
export type PeriodicTasks = { start(): void; stop(): Promise<void> };

export type PeriodicTask = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
};

/** Tasks do not wait for each other: LiveKit's silence in one must not delay deadlines in another. */
export function createPeriodicTasks(tasks: readonly PeriodicTask[], log: Log): PeriodicTasks {
  const timers = new Map<PeriodicTask, NodeJS.Timeout>();
  const running = new Map<PeriodicTask, Promise<void>>();
  let stopped = false;

  async function run(task: PeriodicTask): Promise<void> {
    try {
      await task.run();
    } catch (error) {
      log.error({ task: task.name, err: error }, 'a periodic task failed');
    }
    if (!stopped)
      timers.set(
        task,
        setTimeout(() => turn(task), task.everyMs),
      );
  }
  const turn = (task: PeriodicTask) => running.set(task, run(task));

  return {
    start() {
      for (const task of tasks) turn(task);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
