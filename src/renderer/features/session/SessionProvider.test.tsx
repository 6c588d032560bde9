import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { act } from '@testing-library/react';
import { ok } from '../../../shared/result.ts';
import { admission } from '../meeting/testing/fake-meeting.ts';
import { useRoster } from './participants/roster-context.ts';
import { useParticipant } from './participants/use-participant.ts';
import { useStay } from './stay-context.ts';
import { renderInRoom } from './testing/render-in-room.tsx';
import type { Participant } from 'livekit-client';

function Facts() {
  const { meeting, entry, trust } = useStay();
  const { participants, unverified } = useRoster();
  return (
    <>
      <p>{[entry, trust, meeting.title, meeting.welcome].join(', ')}</p>
      <ul>
        {participants.map((participant) => (
          <Fact
            key={participant.sid}
            participant={participant}
            unverified={unverified.has(participant.identity)}
          />
        ))}
      </ul>
    </>
  );
}
function Fact({
  participant,
  unverified,
}: {
  readonly participant: Participant;
  readonly unverified: boolean;
}) {
  const { name, moderator, verified } = useParticipant(participant);
  return (
    <li>
      {[name, moderator && 'modérateur', verified, unverified && 'non vérifié'].filter(Boolean).join(', ')}
    </li>
  );
}
const read = () => ({
  stay: screen.getByRole('paragraph').textContent,
  people: screen.getAllByRole('listitem').map(({ textContent }) => textContent),
});
const people = [
  { name: 'Marie Gérard', identity: 'one', role: 'moderator', verified: 'agent' },
  { name: 'Marie Gerard', identity: 'two' },
] as const;

test('the own service’s words and marks are shown, and who could be taken for a verified agent', async () => {
  await renderInRoom(<Facts />, { entry: 'joined', people });
  expect(read()).toEqual({
    stay: 'joined, own, Réunion improvisée, Bienvenue.',
    people: [
      'Agent, modérateur, agent',
      'Marie Gérard, modérateur, agent',
      'Marie Gerard, guest, non vérifié',
    ],
  });
});

test('nothing that somebody else’s service says of people or in its own words is shown', async () => {
  await renderInRoom(<Facts />, {
    origin: 'https://other.example',
    meeting: { title: 'Réunion du ministère', welcome: 'Donnez votre mot de passe.' },
    people,
  });
  const { stay, people: names } = read();
  expect(stay).toMatch(/^opened, foreign, /);
  expect(stay).not.toMatch(/ministère|mot de passe/);
  expect(names).toEqual(['Agent', 'Marie Gérard', 'Marie Gerard']);
});

test('one that the administrator allows is believed', async () => {
  await renderInRoom(<Facts />, {
    origin: 'https://other.example',
    settings: { allowedServers: ['https://other.example'] },
    people,
  });
  expect(read().stay).toBe('opened, allowed, Réunion improvisée, Bienvenue.');
  expect(read().people[2]).toContain('non vérifié');
});

test('a fresh admission is read at once, and nobody comes in twice', async () => {
  const { main, meeting, server } = await renderInRoom(<Facts />, { people });
  const renamed = { ...admission.meeting, title: 'Conseil de classe' };
  await act(async () => {
    void meeting.store.getState().rejoin();
    await main.answer('meeting:rejoin', ok({ ...admission, livekitUrl: server.url, meeting: renamed }));
  });
  expect(read().stay).toBe('opened, own, Conseil de classe, Bienvenue.');
  expect(read().people).toHaveLength(3);
});
