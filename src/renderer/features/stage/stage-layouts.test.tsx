import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { writeRoomMetadata } from '../../../shared/room-metadata.ts';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { StageTiles } from './StageTiles.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import { happens, inTile, measureStageAs, tileOf, tilesSeen } from './testing/stage-page.tsx';

const people = ['Paul', 'Awa', 'Marie'].map((name) => ({ name, sends: ['microphone'] as const }));
const draw = () =>
  renderInRoom(
    <>
      <ViewMenu />
      <StageTiles />
    </>,
    { people },
  );
beforeEach(() => measureStageAs(1084, 600));
type User = Awaited<ReturnType<typeof draw>>['user'];
const choose = async (user: User, kind: 'radio' | 'checkbox', name: string): Promise<void> => {
  await user.click(screen.getByRole('button', { name: 'Vue' }));
  await user.click(screen.getByRole(kind, { name }));
  await user.keyboard('{Escape}');
};
const pin = async (user: User, name: string): Promise<void> => {
  await user.click(inTile(name).getByRole('button', { name: /^Options/ }));
  await user.click(inTile(name).getByRole('button', { name: /^(Épingler|Détacher)/ }));
};

test('whoever speaks is large, and changes places with whoever was', async () => {
  const { user, speaks } = await draw();
  await choose(user, 'radio', 'Personne qui parle');
  expect(tilesSeen()).toEqual(['Paul *', 'Agent (vous)', 'Awa', 'Marie']);
  await speaks('Marie');
  expect(tilesSeen()).toEqual(['Marie *', 'Agent (vous)', 'Awa', 'Paul']);
  await speaks();
  expect(tilesSeen()[0]).toBe('Marie *');
});

test('what is chosen in « Vue » holds in the next meeting', async () => {
  const first = await draw();
  await choose(first.user, 'radio', 'Personne qui parle');
  first.unmount();
  await draw();
  expect(tilesSeen()[0]).toBe('Paul *');
});

test('whom one pins is large, several too, until one unpins them', async () => {
  const { user } = await draw();
  await pin(user, 'Awa');
  expect(tilesSeen()).toEqual(['Awa *', 'Agent (vous)', 'Paul', 'Marie']);
  await pin(user, 'Marie');
  expect(tilesSeen().slice(0, 2)).toEqual(['Awa *', 'Marie *']);
  expect(inTile('Awa').getByRole('img', { name: 'épinglé' })).toBeDefined();
  await pin(user, 'Awa');
  await pin(user, 'Marie');
  expect(tilesSeen()).toEqual(['Agent (vous)', 'Paul', 'Awa', 'Marie']);
});

test('a screen that is shared is large, the newest in front, the others one click away', async () => {
  const { user, turnsOn, unpublishes } = await draw();
  await turnsOn('Awa', 'screen');
  expect(tilesSeen().slice(0, 2)).toEqual(['Écran de Awa *', 'Agent (vous)']);
  expect(tileOf('Écran de Awa').querySelector('video')?.srcObject).toBeTruthy();
  await turnsOn('Paul', 'screen');
  expect(tilesSeen().slice(0, 3)).toEqual(['Écran de Paul *', 'Écran de Awa', 'Agent (vous)']);
  await user.click(inTile('Écran de Awa').getByRole('button', { name: /^Options/ }));
  await user.click(screen.getByRole('button', { name: 'Afficher en grand' }));
  expect(tilesSeen().slice(0, 2)).toEqual(['Écran de Awa *', 'Écran de Paul']);
  await unpublishes('Awa', 'screen');
  expect(tilesSeen()[0]).toBe('Écran de Paul *');
  await unpublishes('Paul', 'screen');
  expect(tilesSeen()).toEqual(['Agent (vous)', 'Paul', 'Awa', 'Marie']);
});

test('the participants beside a share can be hidden, and shown again', async () => {
  const { user, turnsOn } = await draw();
  await turnsOn('Awa', 'screen');
  await user.click(screen.getByRole('button', { name: 'Masquer les participants' }));
  expect(tilesSeen()).toEqual(['Écran de Awa *']);
  await user.click(screen.getByRole('button', { name: 'Afficher les participants' }));
  expect(tilesSeen()).toHaveLength(5);
});

test('the edge of the filmstrip is drawn by keys as well', async () => {
  measureStageAs(1000, 600);
  const { user, turnsOn } = await draw();
  await turnsOn('Awa', 'screen');
  const edge = screen.getByRole('separator', { name: 'Taille de la bande des participants' });
  expect(edge.getAttribute('aria-valuenow')).toBe('20');
  edge.focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(edge.getAttribute('aria-valuenow')).toBe('24');
  expect(tileOf('Paul').style.width).toBe('240px');
});

test('people without a picture can stand in one line; whoever turns the camera on has a tile', async () => {
  const { user, turnsOn, turnsOff } = await draw();
  await choose(user, 'checkbox', 'Regrouper les personnes sans image');
  expect(tilesSeen()).toEqual(['Agent (vous)']);
  expect(screen.getByText('3 personnes sans image')).toBeDefined();
  await turnsOn('Awa', 'camera');
  expect(tilesSeen()).toEqual(['Agent (vous)', 'Awa']);
  await turnsOff('Awa', 'camera');
  await user.click(screen.getByRole('button', { name: 'Afficher' }));
  expect(tilesSeen()).toHaveLength(4);
});

test('whoever hides their own picture is told that the others see it', async () => {
  const { user, session } = await draw();
  await happens(() => session.ownTracks.camera.turnOn());
  await choose(user, 'radio', 'En petit');
  expect(tilesSeen()).toEqual(['Paul', 'Awa', 'Marie']);
  expect(screen.getByRole('img', { name: 'Votre image' })).toBeDefined();
  await choose(user, 'radio', 'Masquée');
  expect(screen.queryByRole('img', { name: 'Votre image' })).toBeNull();
  expect(screen.getByText('Votre caméra est visible des autres')).toBeDefined();
  await happens(() => session.ownTracks.camera.turnOff());
  expect(screen.queryByText('Votre caméra est visible des autres')).toBeNull();
});

const metadata = (spotlight: string | null): string =>
  writeRoomMetadata({
    expiresAt: 0,
    locked: false,
    policy: { microphone: true, camera: true, screen: true },
    spotlight,
  });

test('whom a moderator puts forward is large for everybody, and beside a share on each page', async () => {
  const { writesMetadata, turnsOn } = await draw();
  await writesMetadata(metadata('Marie'));
  expect(tilesSeen()).toEqual(['Marie *', 'Agent (vous)', 'Paul', 'Awa']);
  await turnsOn('Awa', 'screen');
  expect(tilesSeen().slice(0, 2)).toEqual(['Écran de Awa *', 'Marie']);
  expect(parseInt(tileOf('Marie').style.height, 10)).toBeGreaterThanOrEqual(240);
  await writesMetadata(metadata(null));
  expect(tilesSeen().slice(0, 2)).toEqual(['Écran de Awa *', 'Agent (vous)']);
});

test('an interpreter is seen well beside the grid, and is said to be one', async () => {
  const { changes } = await draw();
  await changes('Awa', { interpreter: true });
  expect(tilesSeen()).toEqual(['Agent (vous)', 'Paul', 'Marie', 'Awa']);
  expect(inTile('Awa').getByText('Interprète LSF')).toBeDefined();
  const { left, width, height } = tileOf('Awa').style;
  expect([left, width, height]).toEqual(['657px', '426px', '240px']);
});

test('a moderator puts somebody forward and says who interprets; nobody else is offered it', async () => {
  const { user, main } = await draw();
  await user.click(inTile('Awa').getByRole('button', { name: /^Options/ }));
  await user.click(screen.getByRole('button', { name: 'Mettre en avant pour tous' }));
  await user.click(inTile('Awa').getByRole('button', { name: /^Options/ }));
  await user.click(screen.getByRole('button', { name: 'Désigner comme interprète LSF' }));
  expect(main.inputsOf('meeting:moderate')).toEqual([
    { action: 'set-spotlight', target: 'Awa' },
    { action: 'set-interpreter', target: 'Awa', on: true },
  ]);
});

test('a participant is offered nothing that only moderators may do', async () => {
  const { user } = await renderInRoom(<StageTiles />, { people, meeting: { role: 'participant' } });
  await user.click(inTile('Awa').getByRole('button', { name: /^Options/ }));
  expect(
    inTile('Awa')
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['', 'Épingler pour moi']);
});

test('a shared screen is magnified by keys and buttons, and seen whole again', async () => {
  const { user, turnsOn } = await draw();
  await turnsOn('Awa', 'screen');
  const share = screen.getByRole('group', { name: 'Écran partagé' });
  const percent = () => screen.getByRole('status', { name: 'Agrandissement' }).textContent;
  share.focus();
  await user.keyboard('++');
  expect(percent()).toMatch(/^156/);
  await user.click(screen.getByRole('button', { name: 'Agrandir' }));
  expect(percent()).toMatch(/^195/);
  share.focus();
  await user.keyboard('0');
  expect(percent()).toMatch(/^100/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Réduire' }).disabled).toBe(true);
});

test('a shared screen fills the window by a double click, until Échap or its end', async () => {
  const { user, turnsOn, unpublishes } = await draw();
  await turnsOn('Awa', 'screen');
  const share = screen.getByRole('group', { name: 'Écran partagé' });
  await user.dblClick(share);
  expect(tileOf('Écran de Awa').dataset['filling']).toBe('true');
  share.focus();
  await user.keyboard('{Escape}');
  expect(tileOf('Écran de Awa').dataset['filling']).toBe('false');
  await user.dblClick(share);
  await unpublishes('Awa', 'screen');
  await turnsOn('Awa', 'screen');
  expect(tileOf('Écran de Awa').dataset['filling']).toBe('false');
});

test('of two screens that are large, one alone fills the window', async () => {
  const { user, turnsOn, unpublishes } = await draw();
  await turnsOn('Awa', 'screen');
  await pin(user, 'Écran de Awa');
  await turnsOn('Paul', 'screen');
  expect(tilesSeen().slice(0, 2)).toEqual(['Écran de Paul *', 'Écran de Awa *']);
  await user.dblClick(inTile('Écran de Paul').getByRole('group', { name: 'Écran partagé' }));
  expect(tileOf('Écran de Paul').dataset['filling']).toBe('true');
  expect(tileOf('Écran de Awa').dataset['filling']).toBe('false');
  // The other one ends, and this one goes on filling it.
  await unpublishes('Awa', 'screen');
  expect(tileOf('Écran de Paul').dataset['filling']).toBe('true');
});
