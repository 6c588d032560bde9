import type { Discovery } from '../../shared/discovery.ts';
import type { Settings } from '../../shared/settings/settings.ts';

type HelpDeskSettings = Pick<Settings, 'helpDeskName' | 'helpDeskEmail' | 'helpDeskPhone' | 'helpDeskUrl'>;

/** The administrator's help desk instead of the service's, as a whole: a mixture of both would be wrong for everybody. */
export function withHelpDesk(discovery: Discovery, settings: HelpDeskSettings): Discovery {
  const { helpDeskName: name, helpDeskEmail: email, helpDeskPhone: phone, helpDeskUrl: url } = settings;
  if (!name && !email && !phone && !url) return discovery;
  const helpDesk = {
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(url && { url }),
  };
  return { ...discovery, helpDesk };
}
