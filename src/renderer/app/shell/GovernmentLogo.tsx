import type { ReactNode } from 'react';

/** The State's mark; only where the service says that it is the State's. */
export const GovernmentLogo = (): ReactNode => (
  <p className="fr-logo" lang="fr">
    République
    <br />
    Française
  </p>
);
