import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { admission, refused } from '../meeting/testing/fake-meeting.ts';
import { SendInvitation } from './SendInvitation.tsx';

const { meeting } = admission;
const draw = () => renderPage(<SendInvitation meeting={meeting} />);

test('the invitation that is copied holds the participants’ link and not the moderators’', async () => {
  const { user, main } = draw();
  await user.click(screen.getByRole('button', { name: "Copier l'invitation" }));
  await act(() => main.answer('clipboard:write', ok()));
  const [text] = main.inputsOf('clipboard:write');
  expect(text).toContain(meeting.links.participant);
  expect(text).not.toContain(meeting.links.moderator);
  expect(screen.getByText('Invitation copiée.')).toBeDefined();
});

test('a mail program that does not open is told, with what to do instead', async () => {
  const { user, main } = draw();
  await user.click(screen.getByRole('button', { name: 'Envoyer par courriel' }));
  expect(main.inputsOf('mail:compose')).toMatchObject([{ subject: 'Invitation\u00a0: Réunion improvisée' }]);
  await act(() => main.answer('mail:compose', refused('app-error')));
  expect(screen.getByText(/^Votre messagerie ne s'est pas ouverte/)).toBeDefined();
});
