import { expect, test } from 'vitest';
import { menuAccelerator } from './menu-accelerator.ts';

test('the menu of macOS has the keys of the catalogue, as Electron writes them', () => {
  expect(menuAccelerator('zoom-in')).toBe('Command+Plus');
  expect(menuAccelerator('zoom-out')).toBe('Command+-');
  expect(menuAccelerator('zoom-reset')).toBe('Command+0');
});
