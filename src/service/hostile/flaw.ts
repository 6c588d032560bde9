import type { AttackTargets } from './attack-targets.ts';
import type { Body } from './body.ts';
import type { Random } from './random.ts';
import type { Route } from './routes.ts';

/** A request with at least one thing about it for which it must be refused. */
export type Hostile = {
  /** What is wrong, as « group: flaw ». */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body | null;
};
/** The same request as it would be accepted, for a flaw to spoil. */
export type Right = Hostile & { readonly route: Route };
/** Null where a flaw has nothing to spoil on this route. */
export type Flaw = (right: Right, targets: AttackTargets, random: Random) => Partial<Hostile> | null;
