/** One call as the service's own OpenAPI document describes it. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly credential: 'none' | 'agent' | 'agent-if-any' | 'participation';
  /** The bodies that it takes, one of them with these members; none: it takes no body. */
  readonly bodies: readonly BodyShape[];
};
export type Member = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Member[];
};
export type BodyShape = Readonly<Record<string, Member>>;

type ObjectSchema = { readonly properties: BodyShape };
type Operation = {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: ObjectSchema | { oneOf: ObjectSchema[] } }>>;
  };
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** All calls of the document. */
export const routesOf = ({ paths }: Document): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      credential: credentialOf(operation),
      bodies: bodiesOf(operation),
    })),
  );

function credentialOf({ security = [] }: Operation): Route['credential'] {
  const names = new Set(security.flatMap((each) => Object.keys(each)));
  if (names.has('participation')) return 'participation';
  if (!names.has('agent')) return 'none';
  return security.some((each) => Object.keys(each).length === 0) ? 'agent-if-any' : 'agent';
}

function bodiesOf({ requestBody }: Operation): BodyShape[] {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return [];
  return 'oneOf' in schema ? schema.oneOf.map(({ properties }) => properties) : [schema.properties];
}
