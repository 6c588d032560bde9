import { setTimeout as sleep } from 'node:timers/promises';
import { diceOf, follow } from '../../scripts/cluster/return/follower.ts';
import { alone, type Row } from '../lib/row.ts';
import { openServiceSetting } from '../lib/service-setting.ts';
import { percentile } from '../lib/statistics.ts';

const people = 200;
const awayMs = 6000;
const patienceMs = 60_000;

/** People who follow a service that dies and is started again: how much later than by their own waits they are back. */
export async function measureReturn(): Promise<Row[]> {
  const setting = await openServiceSetting({ environment: {} });
  const dice = diceOf(1);
  try {
    const opened = await Promise.all(Array.from({ length: people }, () => setting.service.open()));
    const followers = opened.map(({ participationToken }) =>
      follow(
        setting.service.url,
        participationToken,
        Array.from({ length: 20 }, () => dice.next().value),
      ),
    );
    const areOpen = async (times: number): Promise<void> => {
      for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(20))
        if (followers.every((each) => each.opened.length >= times)) return;
      throw new Error(`not everybody was there ${times} times after ${patienceMs} ms`);
    };
    await areOpen(1);
    const lostAt = performance.now();
    await setting.replaceService(awayMs);
    const away = performance.now() - lostAt;
    await areOpen(2);
    const late = followers.map(({ opened: [, back = Number.NaN], comesBackAt }) =>
      Math.max(0, back - lostAt - comesBackAt(away)),
    );
    for (const each of followers) each.stop();
    return [
      alone(`back after ${awayMs / 1000} s, later than by one's own wait, p50 of ${people}`, 'ms', late),
      alone('… p95', 'ms', [percentile(late, 0.95)]),
    ];
  } finally {
    await setting.close();
  }
}
