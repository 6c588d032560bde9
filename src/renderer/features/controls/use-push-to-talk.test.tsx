import { act, fireEvent, screen } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { expect, test, vi } from 'vitest';
import { devicesOfPage } from '../../testing/fake-devices.ts';
import { settled } from '../../testing/settled.ts';
import { useRoomSession } from '../session/session-context.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { ControlBar } from './ControlBar.tsx';

/** The short notices, in place of the part of the page that shows them. */
function Told() {
  const { toasts } = useRoomSession();
  return useSyncExternalStore(toasts.onChange, toasts.current).map(({ id, text }) => <p key={id}>{text}</p>);
}
const draw = () =>
  renderInRoom(
    <>
      <ControlBar panel={null} onPanel={() => undefined} onLeave={() => undefined} />
      <Told />
    </>,
  );
const button = (name: string) => screen.findByRole('button', { name });
const press = () => fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
const release = () => fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });

/** A click with the mouse leaves the button, so that Space is not its own. */
const haveSpoken = async ({ user }: Awaited<ReturnType<typeof draw>>): Promise<void> => {
  await user.click(await button('Activer le micro'));
  await user.click(await button('Couper le micro'));
  await button('Activer le micro');
};

test('Space talks while it is held, once one has spoken in this meeting', async () => {
  await haveSpoken(await draw());
  press();
  expect(await button('Couper le micro')).toBeDefined();
  release();
  expect(await button('Activer le micro')).toBeDefined();
});

test('Space alone opens no microphone', async () => {
  await draw();
  press();
  release();
  expect(await button('Activer le micro')).toBeDefined();
  expect(devicesOfPage().opened).toEqual([]);
});

test('Space pressed twice quickly goes on talking, and says how that ends', async () => {
  await haveSpoken(await draw());
  vi.useFakeTimers({ toFake: ['performance'] });
  press();
  await button('Couper le micro');
  release();
  await button('Activer le micro');
  press();
  release();
  expect(await screen.findByText(/^Micro activé\. Appuyez de nouveau sur Espace/)).toBeDefined();
  expect(await button('Couper le micro')).toBeDefined();
  press();
  expect(await button('Activer le micro')).toBeDefined();
});

test('on a button Space is the button’s', async () => {
  const page = await draw();
  await haveSpoken(page);
  (await button('Participants')).focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: ' ', code: 'Space' });
  await act(settled);
  expect(page.session.ownTracks.microphone.state()).toBe('off');
});
