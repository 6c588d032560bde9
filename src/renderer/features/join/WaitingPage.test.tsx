import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Bridge } from '../../bridge.ts';
import { MeetingContext } from '../meeting/meeting-context.ts';
import { createMeetingStore } from '../meeting/meeting-store.ts';
import { WaitingPage } from './WaitingPage.tsx';

test('whoever was in the meeting and was away for too long reads why they wait, not a newcomer’s words', () => {
  const shown = renderToStaticMarkup(
    <MeetingContext value={createMeetingStore({} as Bridge, () => 0)}>
      <WaitingPage origin={null} />
    </MeetingContext>,
  ).replaceAll('\u00a0', ' ');
  expect(shown).toContain(
    'Vous étiez hors de la réunion depuis plus de cinq minutes : un modérateur doit vous faire entrer de nouveau.',
  );
  expect(shown).not.toContain('Un modérateur peut vous faire entrer');
});
