import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { settled } from '../../testing/settled.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { StageTiles } from './StageTiles.tsx';

/** Each tile as it is read out: its texts, then the names of its pictures. */
const tiles = (): readonly string[] =>
  screen.getAllByRole('listitem').map((tile) => {
    const texts = [...tile.querySelectorAll('.tile__text, .unverified')].map(
      ({ textContent }) => textContent,
    );
    const pictures = within(tile)
      .queryAllByRole('img')
      .map((picture) => picture.getAttribute('aria-label'));
    return [...texts, ...pictures].join(', ');
  });
const tileOf = (name: string): HTMLElement => {
  const tile = screen.getByText(name).closest('li');
  if (!tile) throw new Error(`${name} has no tile`);
  return tile;
};
const happens = (what: () => unknown) =>
  act(async () => {
    what();
    await settled();
  });
const videoOf = (name: string) => tileOf(name).querySelector('video');

test('a tile says who it is, whether the service knows them, and whether they can be heard', async () => {
  const { turnsOn, turnsOff } = await renderInRoom(<StageTiles />, {
    people: [{ name: 'Marie Gérard', verified: 'agent', sends: ['microphone'] }, { name: 'Awa' }],
  });
  expect(tiles()).toEqual([
    'Agent (vous), micro coupé, Agent vérifié',
    'Marie Gérard, Agent vérifié',
    'Awa, micro coupé',
  ]);
  await turnsOn('Awa', 'microphone');
  await turnsOff('Marie Gérard', 'microphone');
  expect(tiles().slice(1)).toEqual(['Marie Gérard, micro coupé, Agent vérifié', 'Awa']);
});

test('somebody without a name has a tile all the same', async () => {
  await renderInRoom(<StageTiles />, { people: [{ name: '', identity: 'one' }] });
  expect(tiles()[1]).toBe('Sans nom, micro coupé');
});

test('a guest who is called like a verified agent is marked', async () => {
  await renderInRoom(<StageTiles />, {
    people: [
      { name: 'Marie Gérard', identity: 'one', verified: 'agent' },
      { name: 'Marie Gerard', identity: 'two' },
    ],
  });
  expect(tiles()[2]).toBe('Marie Gerard, non vérifié, micro coupé');
});

test('the tile of whoever speaks stands out, as long as they do', async () => {
  const { speaks } = await renderInRoom(<StageTiles />, {
    people: [{ name: 'Paul', sends: ['microphone'] }, { name: 'Awa' }],
  });
  await speaks('Paul');
  expect(tileOf('Paul').dataset.speaking).toBe('true');
  expect(tileOf('Awa').dataset.speaking).toBe('false');
  await speaks();
  expect(tileOf('Paul').dataset.speaking).toBe('false');
});

test('a picture is seen while the camera is on; initials stand in for it before and after', async () => {
  const { turnsOn, turnsOff } = await renderInRoom(<StageTiles />, { people: [{ name: 'Paul Martin' }] });
  expect(videoOf('Paul Martin')).toBeNull();
  expect(within(tileOf('Paul Martin')).getByText('PM')).toBeDefined();
  await turnsOn('Paul Martin', 'camera');
  expect(videoOf('Paul Martin')?.srcObject).toBeTruthy();
  expect(within(tileOf('Paul Martin')).queryByText('PM')).toBeNull();
  await turnsOff('Paul Martin', 'camera');
  expect(videoOf('Paul Martin')).toBeNull();
});

test('our own tile says the same as our buttons, also while the connection is lost', async () => {
  const { session, losesConnection } = await renderInRoom(<StageTiles />);
  await happens(() => session.ownTracks.microphone.turnOn());
  expect(tiles()).toEqual(['Agent (vous), Agent vérifié']);
  await losesConnection();
  expect(tiles()).toEqual(['Agent (vous), Agent vérifié']);
});

test('our own picture comes straight from the camera, mirrored, and goes with it', async () => {
  const { session } = await renderInRoom(<StageTiles />);
  const { camera } = session.ownTracks;
  await happens(() => camera.prepare());
  expect(videoOf('Agent (vous)')).toBeNull();
  await happens(() => camera.turnOn());
  const video = videoOf('Agent (vous)');
  expect(video?.dataset.mirrored).toBeDefined();
  expect((video?.srcObject as MediaStream | null)?.getVideoTracks()).toEqual(devicesOfPage().opened);
  await happens(() => camera.turnOff());
  expect(videoOf('Agent (vous)')).toBeNull();
});
