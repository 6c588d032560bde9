import type { Random } from './random.ts';
import type { BodyShape, Member } from './routes.ts';

export type Body = {
  readonly bytes: Buffer;
  readonly type: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in pieces, and nobody says beforehand how long it is. */
  readonly inPieces?: boolean;
};
type Members = Readonly<Record<string, unknown>>;

/** A body that the call takes; `values` are for members of these names, so that nothing but a mutation is wrong. */
export const rightBody = (
  shape: BodyShape,
  values: Readonly<Record<string, string>>,
  random: Random,
): Members =>
  Object.fromEntries(
    Object.entries(shape).map(([name, member]) => [name, rightValue(member, values[name], random)]),
  );

function rightValue(
  { type, enum: choice, anyOf }: Member,
  known: string | undefined,
  random: Random,
): unknown {
  if (anyOf) return rightValue(random.pick(anyOf), known, random);
  if (choice) return random.pick(choice);
  return type === 'boolean' ? random.int(2) === 0 : known;
}

export const textBody = (text: string): Body => ({ bytes: Buffer.from(text), type: 'application/json' });
export const asJson = (value: unknown): Body => textBody(JSON.stringify(value));

/** The JSON text of an object with one member more, which is `json`. */
export const withMember = (text: string, json: string): Body =>
  textBody(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${json}}`);

/** With some member that holds `json` in place of its value; of a body without members, with one more. */
export function inMember(right: Members, random: Random, json: (before: unknown) => string): Body {
  const own = Object.keys(right);
  if (own.length === 0) return withMember('{}', `"more":${json(undefined)}`);
  const name = random.pick(own);
  const { [name]: before, ...others } = right;
  return withMember(JSON.stringify(others), `${JSON.stringify(name)}:${json(before)}`);
}
