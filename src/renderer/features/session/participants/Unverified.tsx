import type { ReactNode } from 'react';
import { useWords } from '../../../ui/words-context.ts';
import './unverified.css';

/**
 * Said of somebody who could be taken for a verified agent and is none. It stands outside the name, which may be cut and
 * may say anything: nobody hides it, and nobody imitates it.
 */
export function Unverified(): ReactNode {
  const { people } = useWords().room;
  return <span className="fr-badge fr-badge--warning unverified">{people.unverified}</span>;
}
