import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, net, protocol } from 'electron';

// The least that an Electron app can be: one window, one page. With BARE_LIVEKIT_URL and a key, the page that meets.

const livekitUrl = process.env['BARE_LIVEKIT_URL'] ?? '';
const apiKey = process.env['BARE_API_KEY'] ?? '';
const apiSecret = process.env['BARE_API_SECRET'] ?? '';
const pages = path.join(import.meta.dirname, '../renderer');

function token(video: Readonly<Record<string, unknown>>): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: apiKey, sub: randomUUID(), nbf: now - 5, exp: now + 600, video };
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`;
}

/** LiveKit's own CreateRoom, and a token for the room: what any service has to do at least. */
async function open(): Promise<{ url: string; token: string }> {
  const name = `bare-${randomUUID()}`;
  const api = livekitUrl.replace(/^ws/, 'http');
  const answer = await net.fetch(`${api}/twirp/livekit.RoomService/CreateRoom`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token({ roomCreate: true })}` },
    body: JSON.stringify({ name, maxParticipants: 100 }),
  });
  if (!answer.ok) throw new Error(`CreateRoom: ${answer.status}`);
  return { url: livekitUrl, token: token({ roomJoin: true, room: name }) };
}

/** From a scheme of its own, because Chromium loads no modules from files. */
function servePages(): void {
  protocol.handle('bare', async (request) => {
    const file = path.join(pages, new URL(request.url).pathname);
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html';
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': type } });
  });
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'bare', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.on('window-all-closed', () => app.quit());
async function openWindow(): Promise<void> {
  await app.whenReady();
  servePages();
  ipcMain.handle('open', open);
  ipcMain.handle('media-url', () => livekitUrl);
  const window = new BrowserWindow({
    width: 1100,
    height: 750,
    webPreferences: { preload: path.join(import.meta.dirname, '../preload/index.cjs') },
  });
  // Beside the archive, not in it: with the fuses of a released app nothing inside can be had as a file.
  if (livekitUrl === '') await window.loadFile(path.join(process.resourcesPath, 'heading.html'));
  else await window.loadURL('bare://page/meeting.html');
}

// No await at the top: Electron is ready only after this file has been read to its end.
void openWindow();
