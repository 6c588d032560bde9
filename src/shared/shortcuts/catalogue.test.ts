import { expect, test } from 'vitest';
import { ariaKeys, keyNames, shortcutNames, shortcuts } from './catalogue.ts';

test('no key has two meanings', () => {
  const all = shortcutNames.flatMap((name) =>
    shortcuts[name].keys.map((key) => `${shortcuts[name].modifier ?? ''} ${key}`),
  );
  expect(new Set(all).size).toBe(all.length);
});

test('the first key of a shortcut is told, letters as they stand on the keyboard', () => {
  expect(keyNames('zoom-in')).toEqual(['Control', '+']);
  expect(keyNames('talk')).toEqual(['Space']);
  expect(ariaKeys('microphone')).toBe('Control+D');
});
