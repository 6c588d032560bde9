import { expect, test } from './fixtures.ts';
import { openComputerClock } from './support/system/computer-clock.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { askMain } from './support/app/main-process.ts';

const hour = 3600;

/** In the page: when what is counted every second was counted once more, and is drawn. */
const countedAnew = (): Promise<unknown> =>
  new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 1000));

test(
  'a clock that is set in the middle of a meeting moves neither the time left nor the end, also after a loss',
  { tag: '@long' },
  async ({ launch, stack }) => {
    const clock = await openComputerClock();
    const { page, electron } = await launch({ env: clock.environment });
    await openMeeting(page);
    await chooseListening(page);
    const timeLeft = page.getByText(/^4\sh\s(3[89]|40)\srestantes$/);
    await expect(timeLeft).toBeVisible();
    for (const ahead of [2, 5, -3]) {
      await clock.setAhead(ahead * hour);
      // Window and main see it.
      for (const seen of [page.evaluate(() => Date.now()), askMain(electron, () => Date.now())])
        expect(Math.abs((await seen) - Date.now() - ahead * hour * 1000)).toBeLessThan(60_000);
      // The page counts it every second: a second that begins now ends after its own. At once, not once main has told the time.
      await page.evaluate(countedAnew);
      expect(await timeLeft.isVisible()).toBe(true);
    }
    await clock.setAhead(5 * hour);
    const lost = page.getByText('Connexion perdue, reconnexion en cours…');
    await stack.killLivekit();
    await expect(lost).toBeVisible({ timeout: 20_000 });
    await stack.restartLivekit();
    await expect(lost).toBeHidden({ timeout: 30_000 });
    await expect(timeLeft).toBeVisible();
    await page.reload();
    await expect(timeLeft).toBeVisible();
    await clock.remove();
  },
);
