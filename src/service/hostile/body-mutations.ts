import { gzipSync } from 'node:zlib';
import { maxNameLength } from '../../shared/names/display-name.ts';
import { inMember, textBody, withMember, type Body } from './body.ts';
import type { Random } from './random.ts';

/** `right` is what the call takes; `text` the same as JSON. */
type Options = {
  readonly right: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly random: Random;
};

const nest = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);
const half = '\ud800';
/** Where bytes that are no text come to stand. */
const mark = '<bytes>';

const instead = ({ right, random }: Options, value: unknown): Body =>
  inMember(right, random, () => JSON.stringify(value));
const oneOf = (options: Options, values: readonly unknown[]): Body =>
  instead(options, options.random.pick(values));
const coded = (body: Body, coding: string): Body => ({ ...body, headers: { 'content-encoding': coding } });

/** 8 MB of white space, once unpacked. */
const flood = gzipSync(Buffer.alloc(8_000_000, 32));

const strangeNames = 'role identity admin verified meetingId toString then $where a.b 0 action\u0000'.split(
  ' ',
);
const notUtf8 = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]];
const prototypes = [
  '"__proto__":{"role":"moderator"}',
  '"constructor":{"prototype":{"role":"moderator"}}',
  '"\\u005f_proto__":{}',
  '"prototype":{}',
  '"constructor":1',
];
const otherTypes = [
  null,
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/octet-stream',
  'application/jsonp',
  'application/problem+json',
  'application',
  '*/*',
  'application/json, text/plain',
];
const noNames = [
  'Paul\u202e',
  'Paul\u200b',
  '\u0301Paul',
  'é'.repeat(maxNameLength + 1),
  'P\0',
  'x\u0301\u0302\u0303\u0304\u0305',
];

/** Ways to spoil a body, each so that no call may take it. */
export const bodyMutations: Readonly<Record<string, (options: Options) => Body>> = {
  'a wrong type': ({ right, random }) =>
    inMember(right, random, (before) => {
      const other = typeof before === 'boolean' ? ['true', '', 0, 1] : [true, false];
      return JSON.stringify(
        random.pick<unknown>([null, 7, -0.5, [], ['all'], {}, { toString: 'x' }, ...other]),
      );
    }),
  'a member more': ({ text, random }) =>
    withMember(
      text,
      `${JSON.stringify(random.pick([...strangeNames, random.text(20)]))}:${JSON.stringify(random.text(9))}`,
    ),
  'a member twice': ({ right, text, random }) =>
    withMember(text, `${JSON.stringify(random.pick([...Object.keys(right), 'more']))}:[]`),
  'a prototype': ({ text, random }) => withMember(text, random.pick(prototypes)),
  'a number beyond all': ({ right, random }) =>
    inMember(right, random, () =>
      random.pick(['1e999', '-1e999', '9'.repeat(400), '1e-999', '1e308', '0x10', 'NaN', '-', '01']),
    ),
  'half a character': (options) => instead(options, `Paul${half}${options.random.text(3)}`),
  'half a character in a name': ({ text }) => withMember(text, `${JSON.stringify(half)}:1`),
  'text beyond all': (options) =>
    instead(options, `x${options.random.text(1)}`.repeat(2001 + options.random.int(2000))),
  'a name that is none': (options) => oneOf(options, noNames),
  'no UTF-8': (options) => {
    const { bytes } = instead(options, mark);
    const at = bytes.indexOf(mark);
    const spoilt = [
      bytes.subarray(0, at),
      Buffer.from(options.random.pick(notUtf8)),
      bytes.subarray(at + mark.length),
    ];
    return { bytes: Buffer.concat(spoilt), type: 'application/json' };
  },
  'UTF-16': ({ text }) => ({ bytes: Buffer.from(`\ufeff${text}`, 'utf16le'), type: 'application/json' }),
  'two byte order marks': ({ text }) => textBody(`\ufeff\ufeff${text}`),
  'another type': ({ text, random }) => ({ bytes: Buffer.from(text), type: random.pick(otherTypes) }),
  packed: ({ text, random }) =>
    coded(
      { bytes: gzipSync(text), type: 'application/json' },
      random.pick(['gzip', 'deflate', 'br', 'identity']),
    ),
  'a label of packing': ({ text, random }) =>
    coded(textBody(text), random.pick(['gzip', 'br', 'zstd', 'identity, gzip'])),
  'a packed flood': () => coded({ bytes: flood, type: 'application/json' }, 'gzip'),
  empty: ({ random }) => textBody(random.pick([' ', '\n', '\u00a0', '\0'])),
  truncated: ({ text, random }) => textBody(text.slice(0, 1 + random.int(text.length - 1))),
  'something behind': ({ text, random }) =>
    textBody(text + random.pick(['}', 'x', text, '//', ',', '\0', ' {}'])),
  'no object': ({ text, random }) =>
    textBody(
      random.pick([
        `[${text}]`,
        '7',
        '"text"',
        'true',
        "{'a':1}",
        '{a:1}',
        'undefined',
        JSON.stringify(text),
      ]),
    ),
  deep: ({ right, random }) => {
    const json = random.pick([nest(3000), nest(1500, '{"a":[', ']}'), nest(6000)]);
    return random.int(2) === 0 ? inMember(right, random, () => json) : textBody(`{"more":${json}}`);
  },
  'deeper than is read': ({ random }) =>
    textBody(random.pick([nest(10_000), '['.repeat(10_000), nest(10_000, '{"a":', '}'), '['.repeat(16_000)])),
  huge: ({ text, random }) => textBody(text + ' '.repeat(16_400 + random.int(60_000))),
  'huge, in pieces': ({ text, random }) => ({
    ...textBody(text + ' '.repeat(16_400 + random.int(60_000))),
    inPieces: true,
  }),
};
