import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useService } from '../../features/settings/service-context.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { useWords } from '../../ui/words-context.ts';
import { GovernmentLogo } from './GovernmentLogo.tsx';
import { useBrandPending } from './use-brand-pending.ts';

/** DSFR's current list for every service of the State. */
const stateSites = ['info.gouv.fr', 'service-public.gouv.fr', 'legifrance.gouv.fr', 'data.gouv.fr'] as const;
const ownPages = ['legal', 'privacy', 'terms'] as const;

export function PageFooter(): ReactNode {
  const { footer } = useWords().shell;
  const { brand, links } = useService((store) => store.service);
  const pending = useBrandPending();
  const navigation = useNavigation();
  return (
    <footer className="shell-footer">
      <div className="shell__width shell-footer__row" data-pending={pending}>
        {brand.state && <GovernmentLogo />}
        <div>
          {brand.state && (
            <ul className="plain-list shell-footer__links shell-footer__sites">
              {stateSites.map((site) => (
                <li key={site}>
                  <OutsideLink page={site} address={`https://${site}`}>
                    {site}
                  </OutsideLink>
                </li>
              ))}
            </ul>
          )}
          <ul className="plain-list shell-footer__links">
            <li>
              <button
                type="button"
                className="fr-link"
                onClick={() => navigation.getState().show({ name: 'accessibility' })}
              >
                {footer.accessibility}
              </button>
            </li>
            {ownPages.map((page) => {
              const address = links[page];
              return (
                address && (
                  <li key={page}>
                    <OutsideLink page={page} address={address}>
                      {footer[page]}
                    </OutsideLink>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      </div>
    </footer>
  );
}
