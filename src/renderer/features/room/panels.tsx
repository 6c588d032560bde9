import type { ComponentType, ReactNode } from 'react';
import type { Words } from '../../../shared/words/words.ts';
import { Details } from '../invite/Details.tsx';
import { PeopleList } from '../people/PeopleList.tsx';
import { useStay } from '../session/stay-context.ts';
import { useMinutesLeft } from '../session/use-minutes-left.ts';

type Panel = {
  readonly title: (words: Words['room']) => string;
  readonly Body: ComponentType;
};

/** What can be opened beside the tiles. A new panel is an entry here, and a button that opens it. */
export const panels = {
  details: { title: ({ details }) => details.title, Body: MeetingDetails },
  people: { title: ({ people }) => people.title, Body: PeopleList },
} as const satisfies Readonly<Record<string, Panel>>;

export type PanelName = keyof typeof panels;

function MeetingDetails(): ReactNode {
  return <Details meeting={useStay().meeting} minutesLeft={useMinutesLeft()} />;
}
