import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { Lookup } from '../../../shared/meeting.ts';
import { renderPage, type PageOptions } from '../../testing/render-page.tsx';
import { pageClock } from '../../ui/page-clock.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { admission, createFakeMeeting, found, link, refused } from '../meeting/testing/fake-meeting.ts';
import { JoinPage } from './JoinPage.tsx';

const names: string[] = [];
function Joining() {
  const phase = useMeeting((store) => store.phase);
  return phase.name === 'joining' ? (
    <JoinPage phase={phase} rememberedName="Marie" onName={(name) => names.push(name)} />
  ) : null;
}

const draw = async (lookup: Partial<Lookup> = {}, options: PageOptions = {}) => {
  const meeting = createFakeMeeting({ now: pageClock });
  void meeting.store.getState().receiveLink(link);
  await meeting.main.answer('meeting:look-up', ok({ ...found, ...lookup }));
  return renderPage(<Joining />, { ...options, meeting });
};
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Votre nom' });
const join = () => screen.getByRole('button', { name: 'Rejoindre' });

test('into what one goes is read before the name, and nobody is in before « Rejoindre »', async () => {
  const { user, main, meeting } = await draw();
  expect(screen.getByText(/^Réunion improvisée, jusqu'à .* au plus tard$/)).toBeDefined();
  expect(field().value).toBe('Marie');
  await user.clear(field());
  await user.type(field(), '  Marie   Gérard ');
  expect(main.asked).not.toContain('meeting:join');
  await user.click(join());
  expect(main.inputsOf('meeting:join')).toEqual([{ link, displayName: 'Marie Gérard' }]);
  expect(screen.getByRole('button', { name: 'Connexion à la réunion…' })).toBeDefined();
  await main.answer('meeting:join', ok(admission));
  expect(meeting.phase()).toMatchObject({ name: 'in-room', entry: 'joined' });
  expect(names).toEqual(['Marie Gérard']);
});

test('no name is refused in words, and the field has the focus', async () => {
  const { user, main } = await draw();
  await user.clear(field());
  await user.click(join());
  expect(screen.getByText('Écrivez votre nom pour rejoindre la réunion.')).toBeDefined();
  expect(document.activeElement).toBe(field());
  expect(main.asked).not.toContain('meeting:join');
});

test('a name that the service does not take can be corrected', async () => {
  const { user, main } = await draw();
  await user.click(join());
  await main.answer('meeting:join', refused('bad-request'));
  expect(await screen.findByText(/^Ce nom contient des caractères/)).toBeDefined();
  expect(field().readOnly).toBe(false);
});

test('a full meeting asks for no name, and is looked for again', async () => {
  const { user, main } = await draw({ full: true });
  expect(screen.getByRole('alert').textContent).toContain('La réunion est complète (100 participants).');
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Réessayer' }));
  await main.answer('meeting:look-up', ok(found));
  expect(await screen.findByRole('textbox', { name: 'Votre nom' })).toBeDefined();
});

test('a meeting on somebody else’s service says so, and not in that service’s words', async () => {
  await draw({ title: 'Réunion du ministère' }, { settings: { server: 'https://own.example' } });
  expect(screen.getByText('visio.example')).toBeDefined();
  expect(screen.getByText(/^Ce service n'est pas celui de votre administration/)).toBeDefined();
  expect(screen.queryByText(/ministère/)).toBeNull();
});

test('whoever thinks better of it goes home', async () => {
  const { user, meeting } = await draw();
  await user.click(screen.getByRole('button', { name: "Retour à l'accueil" }));
  expect(meeting.phase().name).toBe('home');
});
