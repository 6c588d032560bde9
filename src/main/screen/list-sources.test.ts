import type { DesktopCapturerSource, NativeImage } from 'electron';
import { expect, test, vi } from 'vitest';
import { listSources } from './list-sources.ts';

const picture = (bytes: string) =>
  ({ isEmpty: () => bytes === '', toJPEG: () => Buffer.from(bytes) }) as unknown as NativeImage;
const source = (id: string, name: string, bytes = 'x') =>
  ({ id, name, thumbnail: picture(bytes) }) as DesktopCapturerSource;

const list = (kind: 'screen' | 'window', found: DesktopCapturerSource[], ownIds: string[] = []) =>
  listSources(kind, {
    getSources: async () => found,
    ownIds: () => ownIds,
    screenName: (number, of) => `Écran ${number} sur ${of}`,
  });

test('a window is listed by its title with a picture, a minimised one without', async () => {
  const found = [source('window:42:0', 'Bilan.odt', 'jpeg'), source('window:43:0', 'Courriel', '')];
  expect(await list('window', found)).toEqual([
    { id: 'window:42:0', name: 'Bilan.odt', preview: `data:image/jpeg;base64,${btoa('jpeg')}` },
    { id: 'window:43:0', name: 'Courriel', preview: null },
  ]);
});

// As Electron 33 lists them under X11, and elsewhere with another last number.
test.each(['window:6291459:3', 'window:6291459:0'])(
  'a window of the app itself (%s) is not offered',
  async (id) => {
    const found = [source(id, 'Visio-Agents'), source('window:629145:0', 'Bilan.odt')];
    const listed = await list('window', found, ['window:6291459:3', 'window:6291471:1']);
    expect(listed.map(({ name }) => name)).toEqual(['Bilan.odt']);
  },
);

test('screens are named by the app: Chromium calls them by English names', async () => {
  const found = [source('screen:0:0', 'Screen 1'), source('screen:1:0', 'Screen 2')];
  expect((await list('screen', found)).map(({ name }) => name)).toEqual(['Écran 1 sur 2', 'Écran 2 sur 2']);
});

test('neither a program with hundreds of windows nor one with an endless title fills the list', async () => {
  const found = Array.from({ length: 500 }, (_, n) => source(`window:${n}:0`, 'x'.repeat(10_000)));
  const listed = await list('window', found);
  expect(listed).toHaveLength(60);
  expect(listed[0]?.name).toHaveLength(200);
});

test('one kind is looked at, in pictures no larger than they are drawn', async () => {
  const getSources = vi.fn(async () => []);
  await listSources('screen', { getSources, ownIds: () => [], screenName: () => '' });
  expect(getSources).toHaveBeenCalledExactlyOnceWith({
    types: ['screen'],
    thumbnailSize: { width: 480, height: 270 },
  });
});
