import { estimate, percentile, type Estimate } from './statistics.ts';

/** One line of the table. */
export type Row = {
  readonly title: string;
  readonly unit: 'ms' | 'MiB' | 'kB' | 'files' | 'calls/s' | '%';
  /** The highest ratio that is allowed, or null where none is. */
  readonly budget: number | null;
  readonly app: Estimate;
  readonly against: { readonly what: string; readonly value: Estimate; readonly ratio: Estimate } | null;
  readonly samples: { readonly app: readonly number[]; readonly against: readonly number[] };
};

type Compared = {
  readonly title: string;
  readonly unit: Row['unit'];
  readonly budget: number | null;
  readonly app: readonly number[];
  /** What it is compared with, and its values in the same order: the ratios are those of the pairs. */
  readonly what: string;
  readonly against: readonly number[];
};

export function compared({ title, unit, budget, app, what, against }: Compared): Row {
  const ratios = app.map((value, i) => value / (against[i] ?? Number.NaN));
  return {
    title,
    unit,
    budget,
    app: estimate(app),
    against: { what, value: estimate(against), ratio: estimate(ratios) },
    samples: { app, against },
  };
}

/** As `compared`, for the value that a share (0 to 1) of the samples stays below. */
export function comparedAt(share: number, { app, against, title, unit, budget, what }: Compared): Row {
  const pairs = app.map((value, i) => ({ app: value, against: against[i] ?? Number.NaN }));
  const at = (values: readonly number[]): number => percentile(values, share);
  return {
    title,
    unit,
    budget,
    app: estimate(app, at),
    against: {
      what,
      value: estimate(against, at),
      ratio: estimate(
        pairs,
        (some) => at(some.map((pair) => pair.app)) / at(some.map((pair) => pair.against)),
      ),
    },
    samples: { app, against },
  };
}

export const alone = (title: string, unit: Row['unit'], app: readonly number[]): Row => ({
  title,
  unit,
  budget: null,
  app: estimate(app),
  against: null,
  samples: { app, against: [] },
});

/** Over only when the whole interval lies above the budget: noise alone fails nobody. */
export function verdict({ budget, against }: Row): 'no budget' | 'within' | 'undecided' | 'over' {
  if (budget === null || against === null) return 'no budget';
  if (against.ratio.low > budget) return 'over';
  return against.ratio.median <= budget ? 'within' : 'undecided';
}
