import { describe, expect, test } from 'vitest';
import type { Discovery } from '../../../shared/discovery.ts';
import { failureCode, type FailureCode } from '../../../shared/failure.ts';
import { endReason, type Meeting } from '../../../shared/meeting.ts';
import { languages } from '../../../shared/settings/settings.ts';
import { words } from '../../../shared/words/words.ts';
import { describeEnding, type EndPhase } from './describe-ending.ts';

const service: Discovery = {
  api: { version: 1, minimumApp: '1.0.0' },
  livekitUrl: 'wss://media.example',
  webClient: true,
  signIn: null,
  limits: { maxParticipants: 100, maxMinutes: 280 },
  telephone: false,
  brand: { state: true, organisation: 'Ministère', service: 'DNE' },
  helpDesk: { name: 'assistance académique', url: 'https://aide.example' },
  links: { documentation: 'https://doc.example' },
  notice: null,
  desktop: null,
};
const failed = (code: FailureCode, again = false): EndPhase => ({
  name: 'failed',
  failure: { code },
  retry: again ? { name: 'open' } : null,
});
const french = (phase: EndPhase, of = service) => describeEnding(phase, words.fr.endings, of, 'fr');

describe.each(languages)('in %s', (language) => {
  const phases: EndPhase[] = [
    ...failureCode.options.map((code) => failed(code)),
    ...endReason.options.map((reason) => ({ name: 'ended', reason, reference: 'K7Q-2FD' }) as const),
  ];
  test.each(phases)('%o says what happened and what to do, in sentences', (phase) => {
    const { title, advice } = describeEnding(phase, words[language].endings, service, language);
    expect(title).toMatch(/^\p{Lu}.+\.$/u);
    expect(advice).toMatch(/^\p{Lu}.+\.$/u);
  });
});

test('a dead link gets the sentences that never tell whether the meeting ever was', () => {
  expect(french(failed('meeting-over'))).toMatchObject({
    title: "Cette réunion est terminée ou n'existe pas.",
    advice: 'Demandez un nouveau lien à la personne qui vous a invité.',
  });
});

test('a full meeting names the number of seats of this service', () => {
  expect(french(failed('meeting-full', true)).advice).toBe(
    'La réunion est complète (100 participants). Réessayez dans quelques minutes.',
  );
  const small = { ...service, limits: { maxParticipants: 5, maxMinutes: 280 } };
  expect(french(failed('meeting-full', true), small).advice).toContain('(5 participants)');
});

test('a wrong clock is told by how much, where that is known, whichever way it is wrong', () => {
  const by = (clockAheadMs: number) =>
    french({ name: 'failed', failure: { code: 'clock-wrong', clockAheadMs }, retry: null }).advice;
  expect(by(70 * 60_000)).toMatch(/^L'heure de cet ordinateur est fausse de 1\u00a0h\u00a010\. /);
  expect(by(-2 * 60_000)).toMatch(/^L'heure de cet ordinateur est fausse de 2\u00a0min\. /);
  expect(french(failed('clock-wrong')).advice).toMatch(/^Réglez-la /);
});

test('what can be tried again is the first thing offered, home the second', () => {
  expect(french(failed('service-unreachable', true))).toMatchObject({ main: 'retry', quiet: 'home' });
  expect(french(failed('service-unreachable'))).toMatchObject({ main: 'home' });
});

test('there is no link to a help desk that the service does not name', () => {
  expect(french(failed('link-invalid')).quiet).toBe('help-desk');
  expect(french(failed('link-invalid'), { ...service, helpDesk: {} }).quiet).toBe('documentation');
  expect(french(failed('link-invalid'), { ...service, helpDesk: {}, links: {} }).quiet).toBeNull();
});

test('the last to leave reads what happens to the links, and everybody may come back', () => {
  const meeting = { reference: 'K7Q-2FD' } as Meeting;
  const left = (wasLast: boolean) =>
    french({ name: 'left', admission: { meeting }, wasLast } as Extract<EndPhase, { name: 'left' }>);
  expect(left(true)).toMatchObject({
    advice: 'Les liens cesseront de fonctionner dans 10 minutes.',
    quiet: 'come-back',
    reference: 'K7Q-2FD',
  });
  expect(left(false).advice).not.toContain('10 minutes');
});
