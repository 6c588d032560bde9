import type { AttackTargets } from './attack-targets.ts';
import type { Body } from './body.ts';
import type { Random } from './random.ts';
import type { Route } from './routes.ts';

/** A request with at least one thing about it for which it must be refused. */
export type Hostile = {
  /** What is wrong, as « group: mutation ». */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body | null;
};
/** The same request as it would be accepted, for a mutation to spoil. */
export type Right = Hostile & { readonly route: Route };
/** Null where a mutation has nothing to spoil on this route. */
export type Mutation = (right: Right, targets: AttackTargets, random: Random) => Partial<Hostile> | null;
