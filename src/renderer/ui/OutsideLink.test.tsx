import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BridgeContext } from '../bridge-context.ts';
import type { Bridge } from '../bridge.ts';
import { OutsideLink } from './OutsideLink.tsx';

const address = 'https://aide.example/visio?page=1';
const shown = renderToStaticMarkup(
  // Nothing is asked of it until somebody clicks.
  <BridgeContext value={{} as Bridge}>
    <OutsideLink page="help-desk" address={address}>
      Assistance
    </OutsideLink>
  </BridgeContext>,
);

test('a link out of the app is described by its whole address, which is no part of its name', () => {
  const [, described, id, text] =
    /aria-describedby="([^"]+)">Assistance<span id="([^"]+)"[^>]* aria-hidden="true">([^<]+)</.exec(shown) ??
    [];
  expect(id).toBe(described);
  expect(text).toBe(`S&#x27;ouvre dans le navigateur\u00a0: ${address}`);
});

test('a link is no live region: those of its page stay few', () => {
  expect(shown).not.toMatch(/role="|aria-live/);
});
