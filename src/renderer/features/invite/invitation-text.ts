import type { Meeting } from '../../../shared/meeting.ts';
import { dialLink } from '../../../shared/telephone.ts';
import { latestEnd } from './latest-end.ts';

export type InvitationText = { readonly subject: string; readonly body: string };

const longestTitle = 60;

/** What one needs to follow the link. */
const browser = {
  french: 'Vous rejoignez la réunion sans compte ni installation\u00a0: un navigateur suffit.',
  english: 'open the link above, no account or installation needed.',
};
const app = {
  french: "Ouvrez ce lien, sans compte, sur un ordinateur où l'application Visio-Agents est installée.",
  english: 'open the link above, without an account, on a computer that has the Visio-Agents app.',
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
  const title = shorten(meeting.title);
  const end = latestEnd(meeting.expiresAt, timeZone);
  const needed = meeting.webClient ? browser : app;
  const lines = [
    `Invitation à la réunion en ligne «\u00a0${title}\u00a0».`,
    '',
    `Lien Participant\u00a0: ${meeting.link}`,
    ...(meeting.telephone ? [`Par téléphone\u00a0: ${dialLink(meeting.telephone)} puis #`] : []),
    '',
    needed.french,
    `Elle se termine au plus tard le ${end.date} à ${end.french} (${end.offset}).`,
    '',
    `You are invited to an online meeting: ${needed.english}`,
    `The meeting ends at ${end.english} (${end.offset}) at the latest.`,
  ];
  return { subject: `Invitation\u00a0: ${title}`, body: lines.join('\n') };
}

function shorten(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
