import type { Discovery } from '../../shared/discovery.ts';
import type { OutsidePage } from '../../shared/calls/app.ts';

/** The address of a page outside the app, or null if the service names none. Only https addresses are opened. */
export function outsideAddress(page: OutsidePage, discovery: Discovery | null): string | null {
  switch (page) {
    case 'info.gouv.fr':
    case 'service-public.gouv.fr':
    case 'legifrance.gouv.fr':
    case 'data.gouv.fr':
      return `https://${page}`;
    case 'help-desk':
      return https(discovery?.helpDesk.url);
    case 'download':
      return https(discovery?.desktop?.downloadUrl);
    default:
      return https(discovery?.links[page]);
  }
}

const https = (address: string | undefined): string | null =>
  address !== undefined && URL.canParse(address) && new URL(address).protocol === 'https:' ? address : null;
