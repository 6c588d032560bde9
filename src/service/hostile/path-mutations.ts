import type { Random } from './random.ts';
import type { Mutation, Right } from './mutation.ts';

/** Paths that look like the call's and are none. */
const tricks: readonly ((path: string, random: Random) => string)[] = [
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `/${path}`,
  (path) => `//elsewhere.example${path}`,
  (path) => path.toUpperCase(),
  (path) => path.replace(/[a-z](?=[^a-z]*$|[a-z]*$)/, (letter) => letter.toUpperCase()),
  (path) => path.replace(/(.)\//, '$1//'),
  (path) => path.replace(/(.)\//, '$1%2f'),
  (path) => path.replace(/(.)\//, '$1%5c'),
  (path) => path.replace(/(.)\//, '$1\\'),
  (path) => `/x/..${path}`,
  (path) => `/.${path}`,
  (path) => `/%2e%2e${path}`,
  (path) => `${path}/.`,
  (path) => `${path}/x/..`,
  (path) => `${path}%00`,
  (path) => `${path}%0d%0aX-Note:%20one`,
  (path) => `${path}%20`,
  (path) => `${path};a=b`,
  (path) => `${path}%3fa=b`,
  (path) => `${path}.json`,
  (path) => `${path}%`,
  (path) => `${path}%zz`,
  (path) => `${path}%c0%af`,
  (path) => `${path}%e0%a4%a`,
  (path) => path.replace('v1', 'v2'),
  (path) => path.replace('v1', 'v1/v1'),
  (path) => `${path}${'/x'.repeat(3000)}`,
  (path, random) => `${path}/${encodeURIComponent(random.text(200))}`,
  (_path, random) => `/r/${encodeURIComponent(random.text(60))}`,
  () => `/r/${'A'.repeat(8000)}`,
  () => '/r/..%2f..%2f..%2fetc%2fpasswd',
  () => '/r/__proto__',
  () => '/assets/..%2f..%2fpackage.json',
  () => '/assets/../../etc/passwd',
  () => '/constructor',
  () => '/.env',
  () => '/.git/config',
];

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'LOCK',
  'PURGE',
];
/** Two methods of one path. */
const alsoServed: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/participation/hand': ['PUT', 'DELETE'],
};

/** Null where the trick leaves the path as it is. */
function tricked({ path }: Right, random: Random): { readonly path: string } | null {
  const other = random.pick(tricks)(path, random);
  return other === path ? null : { path: other };
}

/** Which call is asked. */
export const pathMutations: Readonly<Record<string, Mutation>> = {
  'path: a trick': (right, _targets, random) => tricked(right, random),
  'path: a trick without a credential': (right, { host }, random) => {
    const path = tricked(right, random);
    return path && { ...path, headers: { host } };
  },
  'path: another method': (right, _targets, random) => {
    const served = alsoServed[right.path] ?? [right.method];
    // HEAD of what may be read is reading.
    const others = methods.filter(
      (method) => !served.includes(method) && !(method === 'HEAD' && right.method === 'GET'),
    );
    return { method: random.pick(others) };
  },
};
