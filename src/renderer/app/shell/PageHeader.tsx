import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { LanguageSwitch } from '../../features/settings/LanguageSwitch.tsx';
import { useService } from '../../features/settings/service-context.ts';
import { WhoIsSignedIn } from '../../features/sign-in/WhoIsSignedIn.tsx';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { useWords } from '../../ui/words-context.ts';
import { GovernmentLogo } from './GovernmentLogo.tsx';
import { useBrandPending } from './use-brand-pending.ts';

/** Whose service this is, how one gets access to it, and the language. */
export function PageHeader(): ReactNode {
  const { settingsPage, shell } = useWords();
  const { header } = shell;
  const navigation = useNavigation();
  const { brand, links } = useService((store) => store.service);
  const pending = useBrandPending();
  const tagline = header.tagline(brand.service);
  return (
    <header className="shell-header">
      <div className="shell__width shell-header__row">
        <div className="shell-header__brand" data-pending={pending}>
          {brand.state && <GovernmentLogo />}
          <div>
            <p className="shell-header__title">{header.title(brand.organisation)}</p>
            {tagline && <p className="shell-header__tagline">{tagline}</p>}
          </div>
        </div>
        <div className="shell-header__tools">
          <ul className="plain-list" data-pending={pending}>
            {links.accessTerms && (
              <li>
                <OutsideLink page="accessTerms" address={links.accessTerms}>
                  {header.accessTerms}
                </OutsideLink>
              </li>
            )}
            {links.documentation && (
              <li>
                <OutsideLink page="documentation" address={links.documentation}>
                  {header.documentation}
                </OutsideLink>
              </li>
            )}
          </ul>
          <ul className="plain-list">
            <WhoIsSignedIn />
            <li>
              <button
                type="button"
                className="fr-link"
                onClick={() => navigation.getState().show({ name: 'settings' })}
              >
                {settingsPage.title}
              </button>
            </li>
            <li>
              <LanguageSwitch />
            </li>
          </ul>
        </div>
      </div>
    </header>
  );
}
