import type { Log } from '../../operation/log.ts';

/** Runs each task again and again, `everyMs` after its last run ended, until stopped. */
export type PeriodicTasks = { start(): void; stop(): Promise<void> };

export type PeriodicTask = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
};

/** Tasks do not wait for each other: LiveKit's silence in one must not delay deadlines in another. */
export function createPeriodicTasks(passes: readonly PeriodicTask[], log: Log): PeriodicTasks {
  const timers = new Map<PeriodicTask, NodeJS.Timeout>();
  const running = new Map<PeriodicTask, Promise<void>>();
  let stopped = false;

  async function run(pass: PeriodicTask): Promise<void> {
    try {
      await pass.run();
    } catch (error) {
      log.error({ pass: pass.name, err: error }, 'a pass of the sweep failed');
    }
    if (!stopped)
      timers.set(
        pass,
        setTimeout(() => turn(pass), pass.everyMs),
      );
  }
  const turn = (pass: PeriodicTask) => running.set(pass, run(pass));

  return {
    start() {
      for (const pass of passes) turn(pass);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
