import { expect, test } from './fixtures.ts';
import { leave } from './support/page/journey.ts';
import { ways, type Meanwhile, type Plan, type Way } from './reconnects/plan.ts';
import { playRun } from './reconnects/play.ts';
import { openFixture, type Fixture } from './reconnects/fixture.ts';

// Once in each way, with what is on left alone, and once with each thing that happens to people meanwhile. All of it mixed:
// npm run reconnects.

const planned = (way: Way, hasCamera: boolean, meanwhile: Meanwhile = 'nothing'): Plan => ({
  seed: 0,
  way,
  hasCamera,
  meanwhile,
  // The key talks for whoever has their microphone off.
  on: { microphone: meanwhile !== 'key-released', camera: hasCamera },
  // Of a sleep: 25 s, after which LiveKit has given the place away.
  length: 0.5,
  // Five seconds into the loss.
  moment: meanwhile === 'nothing' ? 0 : 0.3,
});

/** After a long loss LiveKit has given the place away, and all is published anew. */
const meanwhiles: readonly { meanwhile: Meanwhile; way: Way; hasCamera: boolean }[] = [
  { meanwhile: 'muted-by-moderator', way: 'long-loss', hasCamera: false },
  { meanwhile: 'key-released', way: 'long-loss', hasCamera: false },
  { meanwhile: 'unplugged', way: 'short-loss', hasCamera: false },
  { meanwhile: 'page-hidden', way: 'short-loss', hasCamera: true },
];

for (const hasCamera of [false, true]) {
  test.describe(hasCamera ? 'with a camera' : 'with a real microphone', () => {
    let fixture: Fixture;
    test.beforeAll(async ({ guard, electronRuntime: electron }) => {
      fixture = await openFixture({ guard, electron, number: hasCamera ? 2 : 1 }, hasCamera);
    });
    test.afterAll(() => fixture.close());

    const tried = hasCamera ? (['told-to-reconnect', 'told-to-leave', 'sleep'] as const) : ways;
    for (const way of tried)
      test(`@long ${way}: what is shown is what the others get, and the button still does what it says`, async () => {
        expect(await playRun(fixture, planned(way, hasCamera))).toMatchObject({ fault: null });
      });

    for (const { meanwhile, way } of meanwhiles.filter((each) => each.hasCamera === hasCamera))
      test(`@long ${way}, ${meanwhile} meanwhile: what is shown is what the others get`, async () => {
        expect(await playRun(fixture, planned(way, hasCamera, meanwhile))).toMatchObject({ fault: null });
      });

    if (!hasCamera)
      test('@long after all that, whoever leaves leaves no microphone open', async () => {
        await leave(fixture.app.page);
        await expect.poll(() => fixture.app.sound.readers()).toBe(0);
      });
  });
}
