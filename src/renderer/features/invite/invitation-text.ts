import type { Meeting } from '../../../shared/meeting.ts';
import { dialLink } from '../../../shared/telephone.ts';
import { latestEnd } from './latest-end.ts';

export type InvitationText = { readonly subject: string; readonly body: string };

const longest = 700;
const longestTitle = 60;

/** What one needs to follow the link. */
const browser = {
  french: 'Rejoignez-la sans compte ni installation\u00a0: un navigateur suffit.',
  english: 'open the link above, no account or installation needed.',
};
const app = {
  french: "Rejoignez-la sans compte, sur un ordinateur qui a l'application Visio-Agents.",
  english: 'open this link on a computer with the Visio-Agents app.',
};

/**
 * The ready text of « Copier l'invitation » and « Envoyer par courriel »: at most 700 characters for a link of up to 300.
 * It leaves the meeting for any mailbox, so it only ever holds the participants' link.
 * French, then two lines of English, whatever the window speaks: who reads it is not who sends it.
 */
export function invitationText(
  meeting: Pick<Meeting, 'title' | 'expiresAt' | 'telephone'> & {
    readonly link: string;
    /** Discovery's: without a web client the link only opens the app. */
    readonly webClient: boolean;
  },
  timeZone?: string,
): InvitationText {
  const end = latestEnd(meeting.expiresAt, timeZone);
  const needed = meeting.webClient ? browser : app;
  const write = (title: string): string =>
    [
      `Invitation à la réunion en ligne «\u00a0${title}\u00a0».`,
      '',
      `Lien Participant\u00a0: ${meeting.link}`,
      ...(meeting.telephone ? [`Par téléphone\u00a0: ${dialLink(meeting.telephone)} puis #`] : []),
      '',
      needed.french,
      `La réunion se termine au plus tard le ${end.date} à ${end.french} (${end.offset}).`,
      '',
      `Online meeting: ${needed.english}`,
      `The meeting ends by ${end.english} (${end.offset}).`,
    ].join('\n');
  // The title is what can do with less, should the address be long.
  const title = shorten(meeting.title, Math.min(longestTitle, longest - write('').length));
  return { subject: `Invitation\u00a0: ${title}`, body: write(title) };
}

/** On one line, without what nobody sees: a mark that turns the direction would turn what follows the title as well. */
function shorten(title: string, most: number): string {
  const line = title.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
