import { act, screen, within } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { settled } from '../../../testing/settled.ts';

/** Makes the stage as large as a window gives it (CSS pixels), for the test that is running: happy-dom measures nothing. */
export function measureStageAs(clientWidth: number, clientHeight: number): void {
  const { ResizeObserver: usual } = window;
  const sizes = { clientWidth, clientHeight };
  for (const [name, value] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
  window.ResizeObserver = class {
    readonly observe: () => void;
    constructor(tell: ResizeObserverCallback) {
      this.observe = () => tell([], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  };
  onTestFinished(() => {
    for (const name of Object.keys(sizes)) Reflect.deleteProperty(HTMLElement.prototype, name);
    window.ResizeObserver = usual;
  });
}

/** The tiles that are seen, in their order; those that are large are marked. */
export const tilesSeen = (): readonly string[] =>
  screen.getAllByRole('listitem').map((tile) => {
    const name = tile.querySelector('.tile__text')?.textContent ?? '';
    return tile.dataset['large'] === 'true' ? `${name} *` : name;
  });

export function tileOf(name: string): HTMLElement {
  const tile = screen.getByText(name).closest('li');
  if (!tile) throw new Error(`${name} has no tile`);
  return tile;
}

export const inTile = (name: string) => within(tileOf(name));

export const happens = (what: () => unknown): Promise<void> =>
  act(async () => {
    what();
    await settled();
  });
