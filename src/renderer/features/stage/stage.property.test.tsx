import { cleanup } from '@testing-library/react';
import * as fc from 'fast-check';
import { Track } from 'livekit-client';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { StageTiles } from './StageTiles.tsx';
import { measureStageAs, tilesSeen } from './testing/stage-page.tsx';

type Page = Awaited<ReturnType<typeof renderInRoom>>;

/** What may happen in a room; somebody who is meant and not there is passed over. */
const happenings = {
  joins: (page: Page, name: string) => page.arrives({ name }),
  leaves: (page: Page, name: string) => page.leaves(name),
  turnsCameraOn: (page: Page, name: string) => page.turnsOn(name, 'camera'),
  turnsCameraOff: (page: Page, name: string) => page.turnsOff(name, 'camera'),
  shares: (page: Page, name: string) => page.turnsOn(name, 'screen'),
  stopsSharing: (page: Page, name: string) => page.unpublishes(name, 'screen'),
  speaks: (page: Page, name: string) => page.speaks(name),
  isPromoted: (page: Page, name: string) => page.changes(name, { role: 'moderator' }),
} satisfies Readonly<Record<string, (page: Page, name: string) => Promise<void>>>;

type Happening = readonly [keyof typeof happenings, number];
const happening: fc.Arbitrary<Happening> = fc.tuple(
  fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])),
  fc.nat(11),
);

/** Who has a tile according to LiveKit's own room. */
function expectedTiles({ room }: Page): readonly string[] {
  const sharing = [...room.remoteParticipants.values()].filter(
    (person) => person.getTrackPublication(Track.Source.ScreenShare) !== undefined,
  );
  const names = [...room.remoteParticipants.values()].map(({ name }) => name ?? '');
  return ['Agent (vous)', ...names, ...sharing.map(({ name }) => `Écran de ${name}`)].toSorted();
}
const seen = (): readonly string[] => tilesSeen().map((tile) => tile.replace(/ \*$/, ''));

const isShare = (tile: string): boolean => tile.startsWith('Écran');
const shares = (tiles: readonly string[]): string => tiles.filter(isShare).join();

async function play(
  happened: readonly Happening[],
  look: (name: keyof typeof happenings, page: Page) => void,
  begin: () => void = () => undefined,
) {
  const page = await renderInRoom(<StageTiles />, {
    people: Array.from({ length: 9 }, (_, index) => ({ name: `Invité ${index}` })),
  });
  try {
    begin();
    for (const [name, whom] of happened) {
      const person = `Invité ${whom}`;
      const isThere = page.room.remoteParticipants.has(person);
      if (isThere === (name === 'joins')) continue;
      await happenings[name](page, person);
      look(name, page);
    }
  } finally {
    cleanup();
  }
}

test('whatever happens in the room, the stage has the tiles of LiveKit’s room, each once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), (happened) => {
      measureStageAs(1904, 4000);
      return play(happened, (_name, page) => {
        const [now, expected] = [seen(), expectedTiles(page)];
        const isShared = expected.some(isShare);
        // Beside what is large the filmstrip has six to a page; without a share all are in the grid.
        expect(now).toHaveLength(Math.min(expected.length, isShared ? 7 : 25));
        expect(new Set(now).size).toBe(now.length);
        expect(now.filter((tile) => !expected.includes(tile))).toEqual([]);
      });
    }),
    { numRuns: 6 },
  );
});

test('on a page that is full, at most two tiles change when somebody joins, leaves or speaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (happened) => {
      measureStageAs(360, 300);
      let before: readonly string[] = [];
      let most = 0;
      const look = (name: keyof typeof happenings): void => {
        const now = seen();
        const changed = now.filter((tile, place) => tile !== before[place]).length;
        // Whoever shares a screen and leaves takes it along: then the whole stage is another one.
        const isSameLayout = shares(now) === shares(before);
        const isWatched = name === 'joins' || name === 'leaves' || name === 'speaks';
        if (isWatched && isSameLayout) most = Math.max(most, changed);
        before = now;
      };
      await play(happened, look, () => (before = seen()));
      expect(most).toBeLessThanOrEqual(2);
    }),
    { numRuns: 6 },
  );
});
