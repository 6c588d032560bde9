import { RiCustomerService2Line, RiPhoneLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { sayPin } from '../../../shared/telephone.ts';
import { useBridge } from '../../bridge-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useService } from '../settings/service-context.ts';

/** For whom nothing helped in time: the meeting's telephone, and who can help. Nothing where there is neither. */
export function WayOut(): ReactNode {
  const { wayOut } = useWords().devices;
  const bridge = useBridge();
  const telephone = useMeeting(({ phase }) =>
    phase.name === 'in-room' ? phase.admission.meeting.telephone : null,
  );
  const { name = '', phone, email, url } = useService((store) => store.service.helpDesk);
  const desk = [name, phone, email].filter((each) => each).join(', ');
  if (!telephone && desk === '' && url === undefined) return null;
  return (
    <div className="way-out">
      <h4 className="way-out__title">{wayOut.title}</h4>
      {telephone && (
        <p>
          <RiPhoneLine className="icon" size={16} aria-hidden /> {wayOut.telephone}{' '}
          <strong>{telephone.number}</strong>, {wayOut.pin} <strong>{sayPin(telephone.pin)}</strong>
        </p>
      )}
      {desk !== '' && (
        <p>
          <RiCustomerService2Line className="icon" size={16} aria-hidden /> {wayOut.helpDesk(desk)}
        </p>
      )}
      {url !== undefined && (
        <button type="button" className="fr-link" onClick={() => void bridge.call('page:open', 'help-desk')}>
          {wayOut.openHelpDesk}
        </button>
      )}
    </div>
  );
}
