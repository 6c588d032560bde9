import type { Failure } from '../../shared/failure.ts';
import type { InvitationLink } from '../../shared/invitation-link.ts';
import type { Result } from '../../shared/result.ts';
import type { Announce } from '../page/event-queue.ts';
import type { DeepLinks } from './deep-links.ts';
import type { AllowedServers } from './allowed-servers.ts';

type Deps = {
  readonly deepLinks: Pick<DeepLinks, 'forwardTo'>;
  readonly servers: AllowedServers;
  readonly bringToFront: () => void;
  readonly announce: Announce;
};

/**
 * Tells the page of each link from the desktop, after the question whether its server may be spoken to: that one comes
 * before the page asks whether to leave the current meeting.
 */
export function announceLinks({ deepLinks, servers, bringToFront, announce }: Deps): void {
  async function openLink(link: Result<InvitationLink, Failure>): Promise<void> {
    if (!link.ok) announce('link:refused', link.error);
    else if (await servers.admits(link.value.origin)) announce('link:opened', link.value);
    else announce('link:refused', { code: 'server-not-allowed' });
  }
  deepLinks.forwardTo((link) => {
    bringToFront();
    void openLink(link);
  });
}
