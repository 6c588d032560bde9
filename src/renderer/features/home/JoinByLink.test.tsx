import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { link, otherLink } from '../meeting/testing/fake-meeting.ts';
import { JoinByLink } from './JoinByLink.tsx';

const addressOf = ({ origin, code }: typeof link): string => `${origin}/r/${code}`;
const draw = () => renderPage(<JoinByLink serverOrigin={link.origin} />);
const field = () => screen.getByLabelText('Rejoindre avec un lien');
const join = () => screen.getByRole('button', { name: 'Rejoindre' });

test('a link that was pasted leads to its join page', async () => {
  const { user, meeting } = draw();
  await user.click(field());
  await user.paste(`Bonjour, voici le lien : ${addressOf(link)}.`);
  await user.click(join());
  expect(meeting.phase()).toMatchObject({ name: 'joining', link });
});

test('Enter is « Rejoindre »', async () => {
  const { user, meeting } = draw();
  await user.type(field(), `${addressOf(link)}{Enter}`);
  expect(meeting.phase()).toMatchObject({ name: 'joining', link });
});

test('a text without a link is refused in words, and the field has the focus', async () => {
  const { user, meeting } = draw();
  await user.type(field(), 'bonjour');
  await user.click(join());
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field());
  expect(meeting.phase()).toEqual({ name: 'home' });
  await user.type(field(), '!');
  expect(field().getAttribute('aria-invalid')).toBe('false');
});

test('of two links one is chosen', async () => {
  const { user, meeting } = draw();
  await user.click(field());
  await user.paste(`${addressOf(link)} ou ${addressOf(otherLink)}`);
  await user.click(join());
  await user.click(screen.getByRole('button', { name: new RegExp(otherLink.code) }));
  expect(meeting.phase()).toMatchObject({ name: 'joining', link: otherLink });
});
