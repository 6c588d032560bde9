import { RiCustomerService2Line, RiPhoneLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { sayPin } from '../../../shared/telephone.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useService } from '../settings/service-context.ts';
import { goToReport } from './report/go-to-report.ts';

/** For whom nothing helped in time: the meeting's telephone, who can help, and the report for them. */
export function FallbackHelp(): ReactNode {
  const { devices, report } = useWords();
  const { wayOut } = devices;
  const telephone = useMeeting(({ phase }) =>
    phase.name === 'in-room' ? phase.admission.meeting.telephone : null,
  );
  const { name = '', phone, email, url } = useService((store) => store.service.helpDesk);
  const desk = [name, phone, email].filter((each) => each).join(', ');
  return (
    <div className="fallback-help">
      <h4 className="fallback-help__title">{wayOut.title}</h4>
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
        <OutsideLink page="help-desk" address={url}>
          {wayOut.openHelpDesk}
        </OutsideLink>
      )}
      <p>
        <button type="button" className="fr-link" onClick={goToReport}>
          {report.title}
        </button>
      </p>
    </div>
  );
}
