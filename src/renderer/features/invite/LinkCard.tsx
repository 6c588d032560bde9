import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useId, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { truncateMiddle } from './truncate-middle.ts';
import { useCopy } from './use-copy.ts';

type Props = {
  /** The invitation itself, `https://…/r/<code>`. */
  readonly link: string;
  readonly name: string;
  readonly allows: string;
  /** What is said once it is copied. */
  readonly copied: string;
};

const longestShown = 34;

/** One role's link: a real one, so that the system's right-click menu works, but a click copies and goes nowhere. */
export function LinkCard({ link, name, allows, copied }: Props): ReactNode {
  const { details } = useWords().room;
  const { state, copy } = useCopy();
  const allowsId = useId();
  const copyInstead = (event: MouseEvent): void => {
    event.preventDefault();
    void copy(link);
  };
  const said = { idle: '', copied, failed: details.notCopied }[state];
  return (
    <div className="link-card">
      <a
        className="link-card__link"
        href={link}
        aria-describedby={allowsId}
        onClick={copyInstead}
        // The middle button would open a window of its own.
        onAuxClick={(event) => event.preventDefault()}
        draggable={false}
      >
        {name}
      </a>
      <span className="link-card__address">{truncateMiddle(link, longestShown)}</span>
      <p id={allowsId} className="link-card__allows">
        {allows}
      </p>
      <button
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--sm link-card__copy"
        aria-label={state === 'copied' ? details.copied : details.copyThisLink(name)}
        onClick={() => void copy(link)}
      >
        {state === 'copied' ? <RiCheckLine size={16} /> : <RiFileCopyLine size={16} />}
        {state === 'copied' ? details.copied : details.copyLink}
      </button>
      <p role="status" className={said === '' ? 'link-card__said' : 'link-card__said link-card__said--shown'}>
        {said}
      </p>
    </div>
  );
}
