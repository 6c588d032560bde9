import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};
export type Answer = { readonly status: number; readonly text: string };

/** Somebody whose address is known, in front of the doors of a cluster. */
export type Visitor = {
  /** Status 0: no answer. */
  ask(url: string, asked?: Asked): Promise<Answer>;
  /** Bytes as they are, to the port of `url`; resolves when the other side has closed, or has had its time. */
  write(url: string, bytes: string): Promise<void>;
  /** Begins TLS under a name. */
  greet(url: string, name: string): Promise<void>;
  /** Everything that was answered by a refusal. */
  readonly refusals: string[];
};

/** How long (ms) a broken request may wait for its end. */
const patienceMs = 500;
const portOf = (url: string): number => Number(new URL(url).port);

export function createVisitor(address: string): Visitor {
  const refusals: string[] = [];
  return {
    refusals,
    async ask(url, { method = 'GET', headers = {}, body } = {}) {
      const sent = request(url, { method, headers, localAddress: address, agent: false });
      sent.end(body);
      try {
        const [answer] = (await once(sent, 'response', {
          signal: AbortSignal.timeout(15_000),
        })) as [IncomingMessage];
        answer.setEncoding('utf8');
        let text = '';
        for await (const piece of answer) text += piece as string;
        const status = answer.statusCode ?? 0;
        if (status >= 400) refusals.push(answer.rawHeaders.join('\n') + text);
        return { status, text };
      } catch {
        sent.destroy();
        return { status: 0, text: '' };
      }
    },
    async write(url, bytes) {
      const socket = connect({ port: portOf(url), host: '127.0.0.1', localAddress: address });
      let answer = '';
      socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
      socket.setTimeout(patienceMs, () => socket.destroy());
      const closed = new Promise<void>((resolve) =>
        socket.once('error', () => undefined).once('close', () => resolve()),
      );
      socket.write(bytes);
      await closed;
      // Whoever moves to another address is told their own.
      if (/^HTTP\/\S+ [45]/.test(answer)) refusals.push(answer);
    },
    async greet(url, name) {
      const socket = connectTls({
        port: portOf(url),
        host: '127.0.0.1',
        servername: name,
        rejectUnauthorized: false,
      });
      socket.once('secureConnect', () =>
        socket.end(`GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`),
      );
      socket.setTimeout(patienceMs, () => socket.destroy());
      await new Promise<void>((resolve) =>
        socket.once('error', () => undefined).once('close', () => resolve()),
      );
    },
  };
}
