import { expect, test } from './fixtures.ts';
import { leave } from './support/journey.ts';
import { ways, type Plan } from './reconnects/plan.ts';
import { playRun } from './reconnects/play.ts';
import { makeWorld, type World } from './reconnects/world.ts';

// Once in each way, with what is on left alone. Mixed with all that may happen meanwhile: npm run reconnects.

const planned = (way: Plan['way'], hasCamera: boolean): Plan => ({
  seed: 0,
  way,
  hasCamera,
  meanwhile: 'nothing',
  on: { microphone: true, camera: hasCamera },
  // Of a sleep: 25 s, after which LiveKit has given the place away.
  length: 0.5,
  moment: 0,
});

for (const hasCamera of [false, true]) {
  test.describe(hasCamera ? 'with a camera' : 'with a real microphone', () => {
    let world: World;
    test.beforeAll(async ({ guard, electronRuntime: electron }) => {
      world = await makeWorld({ guard, electron, number: hasCamera ? 2 : 1 }, hasCamera);
    });
    test.afterAll(() => world.close());

    const tried = hasCamera ? (['told-to-reconnect', 'told-to-leave', 'sleep'] as const) : ways;
    for (const way of tried)
      test(`@long ${way}: what is shown is what the others get, and the button still does what it says`, async () => {
        expect(await playRun(world, planned(way, hasCamera))).toMatchObject({ fault: null });
      });

    if (!hasCamera)
      test('@long after all that, whoever leaves leaves no microphone open', async () => {
        await leave(world.app.page);
        await expect.poll(() => world.app.sound.readers()).toBe(0);
      });
  });
}
