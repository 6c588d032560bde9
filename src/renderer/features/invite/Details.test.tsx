import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Meeting } from '../../../shared/meeting.ts';
import type { Bridge } from '../../bridge.ts';
import { BridgeContext } from '../../bridge-context.ts';
import { ServiceContext } from '../settings/service-context.ts';
import { createServiceStore } from '../settings/service-store.ts';
import { Details } from './Details.tsx';

const meeting: Meeting = {
  id: 'id',
  reference: 'K7Q-2FD',
  title: 'Réunion improvisée',
  welcome: 'Bienvenue.',
  role: 'participant',
  createdAt: '2026-11-22T09:00:00.000Z',
  expiresAt: '2026-11-22T13:40:00.000Z',
  serverNow: '2026-11-22T09:00:00.000Z',
  maxParticipants: 100,
  links: { participant: `https://visio.example/r/${'p'.repeat(30)}` },
  telephone: null,
};
// Nothing is asked of it until somebody clicks.
const bridge = {} as Bridge;
const service = createServiceStore(bridge, { getItem: () => null, setItem: () => undefined });
const shown = (change: Partial<Meeting>): string =>
  renderToStaticMarkup(
    <BridgeContext value={bridge}>
      <ServiceContext value={service}>
        <Details meeting={{ ...meeting, ...change }} minutesLeft={280} />
      </ServiceContext>
    </BridgeContext>,
  ).replaceAll('\u00a0', ' ');

test('with a telephone the details tell its number and the PIN as it is dialled', () => {
  const details = shown({ telephone: { number: '+33 1 23 45 67 89', pin: '1234567890' } });
  expect(details).toContain('Connexion par téléphone');
  expect(details).toContain('<dt>Numéro</dt><dd>+33 1 23 45 67 89</dd>');
  expect(details).toContain('<dt>Code PIN</dt><dd>123 456 7890 #</dd>');
});

test('without one they have no word of it', () => {
  expect(shown({})).not.toMatch(/téléphone|PIN/i);
});

test('a reference is told where there is one', () => {
  expect(shown({})).toContain('Référence : K7Q-2FD');
  expect(shown({ reference: '' })).not.toContain('Référence');
});
