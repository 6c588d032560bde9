import { RiCheckLine, RiFileCopyLine, RiMailLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import type { Meeting } from '../../../shared/meeting.ts';
import { useBridge } from '../../bridge-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { useService } from '../settings/service-context.ts';
import { invitationText } from './invitation-text.ts';
import { useCopy } from './use-copy.ts';

export function SendInvitation({ meeting }: { readonly meeting: Meeting }): ReactNode {
  const { details } = useWords().room;
  const bridge = useBridge();
  const webClient = useService((store) => store.service.webClient);
  const { state, copy } = useCopy();
  const [mailFailed, setMailFailed] = useState(false);
  // Written when it is wanted: the time zone's name alone takes the system 5 ms.
  const text = () => invitationText({ ...meeting, link: meeting.links.participant, webClient });
  const compose = async (): Promise<void> => {
    const composed = await bridge.call('mail:compose', text());
    setMailFailed(!composed.ok);
  };
  const said = state === 'copied' ? details.invitationCopied : state === 'failed' ? details.notCopied : '';
  return (
    <div className="send-invitation">
      <button type="button" className="fr-btn" onClick={() => void copy(text().body)}>
        {state === 'copied' ? <RiCheckLine size={16} /> : <RiFileCopyLine size={16} />}
        {state === 'copied' ? details.copied : details.copyInvitation}
      </button>
      <button type="button" className="fr-btn fr-btn--tertiary" onClick={() => void compose()}>
        <RiMailLine size={16} />
        {details.sendByMail}
      </button>
      <p role="status" className="fr-sr-only">
        {said}
      </p>
      <p role="status" className="announcement send-invitation__failed">
        {mailFailed && details.mailFailed}
      </p>
    </div>
  );
}
