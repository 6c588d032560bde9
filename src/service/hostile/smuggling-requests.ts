/** A request that would be carried out as it stands; the shapes below are it, spoilt. */
export type RawRequest = {
  readonly path: string;
  readonly host: string;
  /** Lines of further headers, each with its end. */
  readonly headers: string;
  readonly body: string;
};

/** How a request is written: its first line, its headers, its body. */
const write = (line: string, head: string, body: string): string => `${line}\r\n${head}\r\n${body}`;

const inChunks = (body: string, size = Buffer.byteLength(body).toString(16), end = '\r\n'): string =>
  `${size}${end}${body}\r\n0\r\n\r\n`;

/** As it is right, to be sure that nothing else is wrong with the others. */
export const asItIsRight = ({ path, host, headers, body }: RawRequest): string =>
  write(
    `POST ${path} HTTP/1.1`,
    `Host: ${host}\r\n${headers}Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`,
    body,
  );

/** Shapes on which two readers may disagree, by name: all are to be answered with 400, and the connection closed. */
export function smugglingRequests({
  path,
  host,
  headers,
  body,
}: RawRequest): Readonly<Record<string, string>> {
  const line = `POST ${path} HTTP/1.1`;
  const length = Buffer.byteLength(body);
  const head = `Host: ${host}\r\n${headers}`;
  const plain = `${head}Content-Length: ${length}\r\n`;
  const chunked = `${head}Transfer-Encoding: chunked\r\n`;
  const coded = (coding: string) => write(line, `${head}Transfer-Encoding: ${coding}\r\n`, inChunks(body));
  const also = (more: string) => write(line, plain + more, body);
  const sized = (size: string) => write(line, chunked, inChunks(body, size));
  return {
    'a length and chunks': write(line, `${plain}Transfer-Encoding: chunked\r\n`, inChunks(body)),
    'chunks and a length': write(line, `${chunked}Content-Length: ${length}\r\n`, inChunks(body)),
    'chunks and a length of nothing': write(line, `${chunked}Content-Length: 0\r\n`, inChunks(body)),
    'two lengths': also('Content-Length: 0\r\n'),
    'the same length twice': also(`Content-Length: ${length}\r\n`),
    'a list of lengths': write(line, `${head}Content-Length: ${length}, ${length}\r\n`, body),
    'a length with a sign': write(line, `${head}Content-Length: +${length}\r\n`, body),
    'a length below nothing': write(line, `${head}Content-Length: -1\r\n`, body),
    'a length in hexadecimal': write(line, `${head}Content-Length: 0x${length.toString(16)}\r\n`, body),
    'a length beyond all numbers': write(line, `${head}Content-Length: 99999999999999999999\r\n`, body),
    'an unknown transfer coding': coded('xchunked'),
    'chunks that are not the last coding': coded('chunked, identity'),
    'chunks of something packed': coded('gzip, chunked'),
    'chunks twice': coded('chunked\r\nTransfer-Encoding: chunked'),
    'chunks after a vertical tab': coded('\u000bchunked'),
    'chunks before a space and a colon': write(
      line,
      `${head}Transfer-Encoding : chunked\r\n`,
      inChunks(body),
    ),
    'chunks in HTTP/1.0': write(`POST ${path} HTTP/1.0`, chunked, inChunks(body)),
    'a chunk below nothing': sized('-1'),
    'a chunk beyond all numbers': sized('fffffffffffffffff'),
    'a chunk with 0x': sized(`0x${length.toString(16)}`),
    'a chunk that is longer than it says': sized((length - 1).toString(16)),
    'a chunk whose line ends in LF alone': write(line, chunked, inChunks(body, length.toString(16), '\n')),
    'a chunk with an endless extension': sized(`${length.toString(16)};${'a'.repeat(20_000)}`),
    'a header on two lines': also('X-Note: one\r\n two\r\n'),
    'a first header that is a continuation': write(line, ` X-Note: one\r\n${plain}`, body),
    'a request line that ends in LF alone': `${line}\n${plain}\r\n${body}`,
    'a header that ends in LF alone': also('X-Note: one\n'),
    'headers that end in LF alone': `${line}\r\n${head}Content-Length: ${length}\n\n${body}`,
    'CR within a header': also('X-Note: one\rtwo\r\n'),
    'NUL within a header': also('X-Note: one\0two\r\n'),
    'a space before the colon': also('X-Note : one\r\n'),
    'a header without a colon': also('nonsense\r\n'),
    'two hosts': also('Host: elsewhere.example\r\n'),
    'the same host twice': also(`Host: ${host}\r\n`),
    'no host': write(line, plain.replace(/^Host.*\r\n/, ''), body),
    'two types': also('Content-Type: text/plain\r\n'),
    'two credentials': also(`Authorization: Bearer ${'A'.repeat(80)}\r\nAuthorization: Bearer B\r\n`),
    'a packed body that is none': also('Content-Encoding: gzip\r\n'),
    'an expectation that nobody knows': also('Expect: 200-ok\r\n'),
    'another host in the target': write(`POST http://elsewhere.example${path} HTTP/1.1`, plain, body),
    'our host in the target': write(`POST http://${host}${path} HTTP/1.1`, plain, body),
    'a target without its slash': write(`POST ${path.slice(1)} HTTP/1.1`, plain, body),
    'a fragment in the target': write(`POST ${path}#x HTTP/1.1`, plain, body),
    'NUL in the target': write(`POST ${path}\0 HTTP/1.1`, plain, body),
    'a tab for a space': write(`POST\t${path}\tHTTP/1.1`, plain, body),
    'a method in small letters': write(`post ${path} HTTP/1.1`, plain, body),
    'a method that is none': write(`JUMP ${path} HTTP/1.1`, plain, body),
    'HTTP/0.9': `POST ${path}\r\n\r\n${body}`,
    'HTTP/2.0 on a line': write(`POST ${path} HTTP/2.0`, plain, body),
    'the beginning of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'the beginning of TLS': '\u0016\u0003\u0001\u0000\u00c8\u0001\u0000\u0000\u00c4\u0003\u0003',
    'OPTIONS for everything': write('OPTIONS * HTTP/1.1', `Host: ${host}\r\n`, ''),
    CONNECT: write('CONNECT elsewhere.example:443 HTTP/1.1', `Host: ${host}\r\n`, ''),
    nonsense: 'nonsense\r\n\r\n',
  };
}

/** With more headers than are read: Node (24.21) counts them, too. All are to be answered with 431, and the connection closed. */
export function overflowingRequests({
  path,
  host,
  headers,
  body,
}: RawRequest): Readonly<Record<string, string>> {
  const withHeaders = (more: string) =>
    write(
      `POST ${path} HTTP/1.1`,
      `Host: ${host}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n${more}`,
      body,
    );
  return {
    'a header of 400 kB': withHeaders(`X-Note: ${'a'.repeat(400_000)}\r\n`),
    'a thousand headers': withHeaders('X-Note: one two three\r\n'.repeat(1000)),
    'another host behind 2,100 headers': withHeaders(`${'a: b\r\n'.repeat(2100)}Host: elsewhere.example\r\n`),
  };
}
