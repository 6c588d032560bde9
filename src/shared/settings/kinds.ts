import { isLoopbackHost } from '../loopback-host.ts';

/**
 * What a setting may hold. Written without a schema library: settings are read before the window is there, and policies,
 * forms, templates and documents are all made from these few kinds.
 */
export type Kind<T> = {
  readonly form: 'switch' | 'choice' | 'text' | 'address' | 'addresses' | 'hosts';
  /** The value that was meant, or undefined if this is none. */
  readonly read: (given: unknown) => T | undefined;
  /** For an administrator, in English: what is expected. */
  readonly expected: string;
  /** Of a choice. */
  readonly options: readonly string[];
  /** Characters of a text or an address; of each, in a list. */
  readonly longest: number;
};

const longestText = 200;
const oneLine = new RegExp(`^\\P{Cc}{0,${longestText}}$`, 'u');
const longestAddress = 300;
/** Addresses in a list. */
export const mostAddresses = 100;

/** True or false. */
export const yesOrNo: Kind<boolean> = {
  form: 'switch',
  read: (given) => (typeof given === 'boolean' ? given : undefined),
  expected: 'true or false',
  options: [],
  longest: 0,
};

export const oneOf = <const O extends readonly string[]>(...options: O): Kind<O[number]> => ({
  form: 'choice',
  read: (given) => options.find((option) => option === given),
  expected: options.map((option) => `"${option}"`).join(' or '),
  options,
  longest: 0,
});

/** At most 200 characters on one line; '' is no text. */
export const text: Kind<string> = {
  form: 'text',
  read: (given) => (typeof given === 'string' && oneLine.test(given) ? given.trim() : undefined),
  expected: `a text of at most ${longestText} characters`,
  options: [],
  longest: longestText,
};

/** Any https address, or http of this machine; '' is none. */
export const webAddress: Kind<string> = {
  form: 'address',
  read: (given) => (given === '' ? '' : parseAddress(given)?.href),
  expected: 'an address such as https://sso.example/realm',
  options: [],
  longest: longestAddress,
};

/** Where a meeting service is: scheme, host and port, nothing behind; '' is none. */
export const origin: Kind<string> = {
  form: 'address',
  read: (given) => (given === '' ? '' : parseOrigin(given)),
  expected: 'an address such as https://visio.example (http only on loopback)',
  options: [],
  longest: longestAddress,
};

export const origins: Kind<readonly string[]> = {
  form: 'addresses',
  read: (given) => {
    if (!Array.isArray(given) || given.length > mostAddresses) return undefined;
    const read = given.map(parseOrigin);
    return read.every((each) => each !== undefined) ? [...new Set(read)] : undefined;
  },
  expected: 'a list of addresses such as ["https://visio.example"]',
  options: [],
  longest: longestAddress,
};

/** Names of machines as they stand in addresses, with a port where it is not the usual one. */
export const hosts: Kind<readonly string[]> = {
  form: 'hosts',
  read: (given) => {
    if (!Array.isArray(given) || given.length > mostAddresses) return undefined;
    const read = given.map(parseHost);
    return read.every((each) => each !== undefined) ? [...new Set(read)] : undefined;
  },
  expected: 'a list of host names such as ["visio.example"]',
  options: [],
  longest: longestAddress,
};

function parseHost(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > longestAddress || !/^[\w.:[\]-]+$/.test(given))
    return undefined;
  return URL.canParse(`https://${given}`) ? new URL(`https://${given}`).host : undefined;
}

function parseOrigin(given: unknown): string | undefined {
  const url = parseAddress(given);
  return url && url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined;
}

function parseAddress(given: unknown): URL | undefined {
  if (typeof given !== 'string' || given.length > longestAddress || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  return secure && url.username === '' && url.password === '' ? url : undefined;
}
