import type { ReactNode } from 'react';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useWords } from '../../ui/words-context.ts';
import { ServerForm } from '../settings/ServerForm.tsx';

/** The first start on a computer that nobody pointed at a meeting service: nothing works before one is known. */
export function ChooseServer(): ReactNode {
  const { chooseServer: words } = useWords().shell;
  return (
    <div className="home__server">
      <PageTitle>{words.title}</PageTitle>
      <p className="home__promise">{words.lead}</p>
      {/* The page goes away by itself once there is a service. */}
      <ServerForm onDone={() => undefined} />
      <p>{words.orLink}</p>
    </div>
  );
}
