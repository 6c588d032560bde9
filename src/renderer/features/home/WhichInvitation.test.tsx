import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WhichInvitation } from './WhichInvitation.tsx';

const shown = (count: number): string =>
  renderToStaticMarkup(
    <WhichInvitation
      invitations={Array.from({ length: count }, (_, at) => ({
        link: { origin: 'https://visio.example', code: String(at).padStart(30, 'x') },
        label: at === 0 ? 'Lien Participant' : '',
      }))}
      onChoose={() => undefined}
    />,
  ).replaceAll('\u00a0', ' ');

test('of a few links each is offered whole, with what stood before it', () => {
  expect(shown(4)).toContain('Ce texte contient 4 liens différents. Choisissez celui');
  expect(shown(4).match(/<button/g)).toHaveLength(4);
  expect(shown(4)).toContain(
    `Lien Participant</span><span>https://visio.example/r/${'0'.padStart(30, 'x')}<`,
  );
});
