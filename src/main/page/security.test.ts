import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { guardPermissions } from './security.ts';

type Request = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

function guarded() {
  const request = vi.fn<(handler: Request) => void>();
  const check = vi.fn<(handler: Check) => void>();
  const { giveScreens } = guardPermissions({
    setPermissionRequestHandler: request,
    setPermissionCheckHandler: check,
    setDevicePermissionHandler: vi.fn(),
  } as unknown as Session);
  const [[handleRequest], [handleCheck]] = [request.mock.calls[0] ?? [], check.mock.calls[0] ?? []] as [
    [Request],
    [Check],
  ];
  return { handleRequest, handleCheck, giveScreens };
}

// As Electron 33 asked, in the app itself; the first of each is what the app does.
const ours = 'app://visio-agents/';
const page = { isMainFrame: true, requestingUrl: ours, securityOrigin: ours };

test.each([
  ['the microphone', 'media', { ...page, mediaTypes: ['audio'] }, true],
  ['the camera', 'media', { ...page, mediaTypes: ['video'] }, true],
  ['both at once', 'media', { ...page, mediaTypes: ['audio', 'video'] }, false],
  ['media of no type, which would be the whole screen', 'media', { ...page, mediaTypes: [] }, false],
  ['the microphone in a frame', 'media', { ...page, isMainFrame: false, mediaTypes: ['audio'] }, false],
  [
    'the microphone of another page',
    'media',
    { ...page, requestingUrl: 'app://other/', mediaTypes: ['audio'] },
    false,
  ],
  [
    'the microphone of the web',
    'media',
    { ...page, requestingUrl: 'https://visio-agents/', mediaTypes: ['audio'] },
    false,
  ],
  ['the screen', 'display-capture', { ...page, mediaTypes: ['video'] }, false],
  ['where one is', 'geolocation', page, false],
])('%s is asked for', (_what, permission, details, granted) => {
  const answer = vi.fn();
  guarded().handleRequest({} as never, permission as never, answer, details);
  expect(answer).toHaveBeenCalledWith(granted);
});

test.each([
  ['of Electron 33', 'media', { ...page, mediaTypes: [] }, true],
  ['of Electron 45', 'display-capture', { ...page, mediaTypes: ['video'] }, true],
  ['with sound', 'display-capture', { ...page, mediaTypes: ['audio', 'video'] }, true],
  ['in a frame', 'media', { ...page, isMainFrame: false, mediaTypes: [] }, false],
  ['of another page', 'display-capture', { ...page, requestingUrl: 'https://evil.example/' }, false],
  ['for the camera', 'media', { ...page, mediaTypes: ['video'] }, false],
])('a request for a screen %s is put to whoever answers those', (_which, permission, details, isAsked) => {
  const { handleRequest, giveScreens } = guarded();
  const [ask, answer] = [vi.fn(), vi.fn()];
  giveScreens(ask);
  handleRequest({} as never, permission as never, answer, details);
  expect(ask).toHaveBeenCalledTimes(isAsked ? 1 : 0);
  expect(answer).toHaveBeenCalledTimes(isAsked ? 0 : 1);
});

test.each([
  ['whether the microphone may be listed', 'media', ours, { ...page, mediaType: 'audio' }, true],
  ['whether the camera may be listed', 'media', ours, { ...page, mediaType: 'video' }, true],
  ['whether the speaker may be chosen', 'speaker-selection', ours, page, true],
  ['media of no kind', 'media', ours, page, false],
  ['media of a kind that Electron does not know', 'media', ours, { ...page, mediaType: 'unknown' }, false],
  ['the microphone in a frame', 'media', ours, { ...page, isMainFrame: false, mediaType: 'audio' }, false],
  [
    'the microphone of another page',
    'media',
    'https://evil.example/',
    { ...page, mediaType: 'audio' },
    false,
  ],
  ['the microphone of nobody', 'media', '', { ...page, mediaType: 'audio' }, false],
  ['work in the background', 'background-sync', ours, page, false],
])('%s is looked up', (_what, permission, origin, details, granted) => {
  const answer = guarded().handleCheck(null, permission as never, origin, details as never);
  expect(answer).toBe(granted);
});
