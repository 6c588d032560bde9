import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import type { PageFiles } from './page-files.ts';

const mainPage = 'visio-agents';
export const appOrigin = `app://${mainPage}`;

/** Must be registered before the app is ready. `standard` gives the page a real origin, `codeCache` keeps compiled scripts. */
export const appSchemePrivileges: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The policy is fixed when the page loads and LiveKit's address comes later, so it allows any TLS host and
 * `request-filter.ts` enforces the right one. With `loopback`, also servers of this machine without TLS.
 */
export function contentSecurityPolicy({ loopback }: { readonly loopback: boolean }): string {
  const plain = loopback ? ' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*' : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob: mediastream:",
    `connect-src https: wss:${plain}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Serves the built page, and nothing outside its folder. Not by `protocol.handle`: its `Request` and `Response` are Node's,
 * whose loading keeps main from answering for 40 ms of every start (Electron 33; docs/decisions/0015-start-up.md).
 */
export function serveApp(
  protocol: Protocol,
  files: Pick<PageFiles, 'folder' | 'read'>,
  policy: string,
  host = mainPage,
): void {
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  protocol.registerBufferProtocol('app', ({ url }, answer) => {
    const missing = (): void => answer({ statusCode: 404, data: Buffer.from('not found'), headers });
    const file = fileOf(url, files.folder, host);
    if (!file) return missing();
    const mimeType = contentTypes[extname(file)] ?? 'application/octet-stream';
    files.read(file).then((data) => answer({ data, mimeType, charset: 'utf-8', headers }), missing);
  });
}

/** The file for an address of the app; null if it is outside `folder` or of another host. */
export function fileOf(address: string, folder: string, host = mainPage): string | null {
  const url = new URL(address);
  if (url.host !== host) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : null;
}
