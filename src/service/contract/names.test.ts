import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn } from './testing/wire.ts';

let provider: TestProvider;
let outside: BlackBoxService;
let link = '';
beforeAll(async () => {
  provider = await startOidcProvider({
    marie: { name: 'Marie Gérard', visio: { roles: ['agent'] } },
    odd: { name: '  Zo\u0065\u0301\u202e  Petit ', visio: { roles: ['agent'] } },
  });
  // People leave as they come: the meeting is never full.
  outside = await startBlackBoxService(provider.environment());
  link = (await outside.open({ token: await provider.issueToken('marie') })).meeting.links.participant;
});
afterAll(async () => {
  await outside.stop();
  await provider.stop();
});

async function nameOf(typed: string, token?: string) {
  const answer = await outside.join(link, typed, token);
  if (answer.status !== 200) return { answer, shown: null };
  const admission = answer.json();
  await outside.ask('POST /api/v1/participation/leave', { body: {}, token: admission.participationToken });
  return { answer, shown: admission.participant };
}

const family = '👩‍👩‍👧‍👦';
test.each([
  ['as it was typed', 'Marie Gérard', 'Marie Gérard'],
  ['in NFC', 'Ge\u0301rard', 'G\u00e9rard'],
  ['trimmed', ' \u00a0\tMarie\u3000 ', 'Marie'],
  ['with one space for a run of any', 'Marie \u00a0\u2003 Gérard', 'Marie Gérard'],
  ['of one character', 'M', 'M'],
  ['of 80 characters', 'é'.repeat(80), 'é'.repeat(80)],
  ['of 80 characters of two halves each', '𝒜'.repeat(80), '𝒜'.repeat(80)],
  ['of 80 characters with a mark each', 'x\u0302'.repeat(80), 'x\u0302'.repeat(80)],
  ['with four marks on one letter', 'x\u0301\u0302\u0303\u0304', 'x\u0301\u0302\u0303\u0304'],
  ['of another alphabet', 'Ольга 王 أحمد', 'Ольга 王 أحمد'],
  ['that looks like code', '<b>"Marie"</b> &amp; \\n', '<b>"Marie"</b> &amp; \\n'],
  ['that says what others are', 'moderator', 'moderator'],
])('a guest is shown %s', async (_how, typed, displayName) => {
  expect((await nameOf(typed)).shown).toMatchObject({ displayName, verified: 'guest' });
});

test.each([
  ['nothing', ''],
  ['white space', ' \u00a0\t'],
  ['81 characters', 'é'.repeat(81)],
  ['81 characters of two halves', '𝒜'.repeat(81)],
  ['five marks on one letter', 'x\u0301\u0302\u0303\u0304\u0305'],
  ['five marks that NFC would hide', '\u00e9\u0302\u0303\u0304\u0305'],
  ['a check mark', 'Marie ✓'],
  ['what the app writes beside moderators', 'Marie · Modérateur'],
  ['the same in other letters', 'Marie • Моderаtоr'],
  ['what the app writes beside oneself', 'Marie (vous)'],
  ['what stands for an object', 'Marie\ufffc'],
  ['a newline', 'Marie\nGérard'],
  ['a control character', 'Marie\u0007'],
  ['NUL', 'Marie\u0000'],
  ['a C1 control', 'Marie\u0085x'],
  ...[
    '\u061c',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ].map((bidi): [string, string] => [
    `U+${bidi.charCodeAt(0).toString(16)}, which turns the writing`,
    `Marie${bidi}x`,
  ]),
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u180e'].map((none): [string, string] => [
    `U+${none.charCodeAt(0).toString(16)}, which has no width`,
    `Marie${none}x`,
  ]),
  ['a family, whose joiners have no width', family],
  ['half a character', 'Marie\ud800'],
])('a guest is not called %s', async (_what, typed) => {
  expect(problemIn((await nameOf(typed)).answer)).toEqual(failure('bad-request', 400, 'displayName'));
});

test.each([
  ['nothing', '', 'Marie Gérard'],
  ['their own name', 'Marie Gérard', 'Marie Gérard'],
  ['another name', 'Paul Nguyen', 'Marie Gérard (Paul Nguyen)'],
  ['an office', 'DSDEN 31', 'Marie Gérard (DSDEN 31)'],
  ['the end of the parenthesis', 'x) (ministre', 'Marie Gérard (x ministre)'],
])('an agent who types %s is shown by the verified name first', async (_what, typed, displayName) => {
  const { shown } = await nameOf(typed, await provider.issueToken('marie'));
  expect(shown).toMatchObject({ displayName, verified: 'agent' });
});

test('a directory’s name that breaks the rules is mended; what an agent types is refused', async () => {
  const odd = await provider.issueToken('odd');
  expect((await nameOf('', odd)).shown).toMatchObject({ displayName: 'Zo\u00e9 Petit', verified: 'agent' });
  expect(problemIn((await nameOf('x\u202e', odd)).answer)).toEqual(
    failure('bad-request', 400, 'displayName'),
  );
});
