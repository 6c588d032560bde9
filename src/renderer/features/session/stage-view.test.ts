import { expect, test } from 'vitest';
import { createStageView } from './stage-view.ts';

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => void (kept = value),
  };
}

test('what was chosen is remembered for the next meeting; what is pinned is not', () => {
  const kept = storage();
  const view = createStageView(kept);
  view.getState().choose({ layout: 'speaker', self: 'small' });
  view.getState().choose({ stripShare: 0.3 });
  view.getState().togglePin('camera paul');
  expect(createStageView(kept).getState()).toMatchObject({
    layout: 'speaker',
    self: 'small',
    stripShare: 0.3,
    isStripFolded: false,
    pins: [],
  });
});

test.each([null, '', '{', 'null', '[]', '{"layout":"pile","self":3,"stripShare":7,"isStripFolded":"yes"}'])(
  'what another release, or nobody, has written (%s) counts as nothing chosen',
  (text) => {
    expect(createStageView(storage(text)).getState()).toMatchObject({
      layout: 'grid',
      self: 'tile',
      foldsPictureless: false,
      stripShare: null,
      isStripFolded: false,
    });
  },
);

test('what is pinned a second time is pinned no more; the others stay in their order', () => {
  const view = createStageView(storage());
  for (const key of ['a', 'b', 'c', 'b']) view.getState().togglePin(key);
  expect(view.getState().pins).toEqual(['a', 'c']);
});
