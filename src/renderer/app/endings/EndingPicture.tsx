import ConnectionLost from '@codegouvfr/react-dsfr/picto/ConnectionLost';
import Information from '@codegouvfr/react-dsfr/picto/Information';
import Success from '@codegouvfr/react-dsfr/picto/Success';
import TechnicalError from '@codegouvfr/react-dsfr/picto/TechnicalError';
import Warning from '@codegouvfr/react-dsfr/picto/Warning';
import type { ReactNode } from 'react';
import type { Picture } from './describe-ending.ts';

const pictures = {
  done: Success,
  told: Information,
  'no-entry': Warning,
  connection: ConnectionLost,
  repair: TechnicalError,
} as const satisfies Record<Picture, unknown>;

export function EndingPicture({ picture }: { readonly picture: Picture }): ReactNode {
  const Picto = pictures[picture];
  return (
    <div className="ending__picture">
      <Picto fontSize="10rem" />
    </div>
  );
}
