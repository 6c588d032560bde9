import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { StageTiles } from './StageTiles.tsx';

const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Invité ${index + 1}` }));
const names = (): readonly (string | undefined)[] =>
  screen.getAllByRole('listitem').map((tile) => tile.querySelector('.tile__text')?.textContent);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('up to twenty-five people are seen at once, without a pager', async () => {
  await renderInRoom(<StageTiles />, { people: crowd(24) });
  expect(screen.getByRole('list', { name: 'Vidéos des participants' })).toBeDefined();
  expect(names()).toHaveLength(25);
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('of more there are pages, which one turns to both ends and no further', async () => {
  const { user } = await renderInRoom(<StageTiles />, { people: crowd(27) });
  expect(names()[0]).toBe('Agent (vous)');
  expect(screen.getByRole('navigation', { name: 'Page 1 sur 2' })).toBeDefined();
  expect(button('Page précédente').disabled).toBe(true);
  await user.click(button('Page suivante'));
  expect(names()).toEqual(['Invité 25', 'Invité 26', 'Invité 27']);
  expect(screen.getByRole('navigation', { name: 'Page 2 sur 2' })).toBeDefined();
  expect(button('Page suivante').disabled).toBe(true);
  await user.click(button('Page précédente'));
  expect(names()).toHaveLength(25);
});

test('a page that has emptied gives the last one that has not', async () => {
  const { user, leaves } = await renderInRoom(<StageTiles />, { people: crowd(25) });
  await user.click(button('Page suivante'));
  expect(names()).toEqual(['Invité 25']);
  await leaves('Invité 25');
  expect(names()).toHaveLength(25);
  expect(screen.queryByRole('navigation')).toBeNull();
});
