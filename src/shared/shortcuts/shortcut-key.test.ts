import { expect, test } from 'vitest';
import { shortcutKey } from './shortcut-key.ts';

// What Chromium gives with xkb's layouts us, fr, de, ru, gr, il, ara, us(dvorak).
test.each([
  ['English', 'd', 'KeyD', 'd'],
  ['with Caps Lock', 'D', 'KeyD', 'd'],
  ['Dvorak: the letter counts, not its place', 'd', 'KeyH', 'd'],
  ['French: the letter counts, not its place', 'a', 'KeyQ', 'a'],
  ['Russian', 'в', 'KeyD', 'd'],
  ['Greek', 'δ', 'KeyD', 'd'],
  ['Hebrew', 'ג', 'KeyD', 'd'],
  ['Arabic', 'ي', 'KeyD', 'd'],
  ['Arabic: a key that writes two letters', 'لا', 'KeyB', null],
  ['French: a digit without Shift', 'à', 'Digit0', '0'],
  ['Arabic: a digit of its own', '٠', 'Digit0', '0'],
  ['French: a minus on a digit', '-', 'Digit6', '-'],
  ['the keypad', '+', 'NumpadAdd', '+'],
  ['the keypad’s zero', '0', 'Numpad0', '0'],
  ['the keypad without Num Lock', 'Insert', 'Numpad0', null],
  ['a dead key', 'Dead', 'KeyE', 'e'],
  ['an input method that has taken the key', 'Process', 'KeyE', 'e'],
  ['a key that writes nothing', 'Enter', 'Enter', null],
  ['Control alone', 'Control', 'ControlLeft', null],
  ['Space', ' ', 'Space', null],
])('%s', (_which, key, code, expected) => {
  expect(shortcutKey({ key, code })).toBe(expected);
});
