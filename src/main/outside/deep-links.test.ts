import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { secondStartData, watchDeepLinks } from './deep-links.ts';

const code = `${'a'.repeat(29)}A`;
const origin = 'https://visio.example';
const link = `visio-agents://visio.example/r/${code}`;
const good = { ok: true, value: { origin, code } };

const fakeApp = () => new EventEmitter() as EventEmitter & App;
const macOpens = (app: EventEmitter, url: string) => app.emit('open-url', { preventDefault: vi.fn() }, url);

test('the link that launched the app waits until somebody receives links', () => {
  const links = watchDeepLinks(fakeApp(), ['app', link], vi.fn());
  const receive = vi.fn();
  links.forwardTo(receive);
  expect(receive.mock.calls).toEqual([[good]]);
});

test('macOS delivers a link before the app is ready, and it is not lost', () => {
  const app = fakeApp();
  const links = watchDeepLinks(app, ['app'], vi.fn());
  macOpens(app, link);
  const receive = vi.fn();
  links.forwardTo(receive);
  expect(receive.mock.calls).toEqual([[good]]);
});

test('a second start shows the window and hands its link over', () => {
  const app = fakeApp();
  const onSecondStart = vi.fn();
  const receive = vi.fn();
  watchDeepLinks(app, ['app'], onSecondStart).forwardTo(receive);
  app.emit('second-instance', {}, [], '/', secondStartData(['app', '--', link]));
  expect(onSecondStart).toHaveBeenCalledOnce();
  expect(receive.mock.calls).toEqual([[good]]);
});

test('a second start without a link only shows the window', () => {
  const app = fakeApp();
  const receive = vi.fn();
  watchDeepLinks(app, ['app'], vi.fn()).forwardTo(receive);
  app.emit('second-instance', {}, [], '/', { links: 'not a list' });
  app.emit('second-instance', {}, [], '/', null);
  expect(receive).not.toHaveBeenCalled();
});

test('a malformed link is refused by its name', () => {
  const app = fakeApp();
  const receive = vi.fn();
  watchDeepLinks(app, ['app'], vi.fn()).forwardTo(receive);
  macOpens(app, `${link}?token=x`);
  expect(receive.mock.calls).toEqual([[{ ok: false, error: { code: 'link-invalid' } }]]);
});

test('once the window is closed a link, or a second start without one, is for the next start', () => {
  const app = fakeApp();
  const [onSecondStart, receive, startAgain] = [vi.fn(), vi.fn(), vi.fn()];
  const links = watchDeepLinks(app, ['app'], onSecondStart);
  links.forwardTo(receive);
  links.leaveTo(startAgain);
  app.emit('second-instance', {}, [], '/', secondStartData(['app', '--', link]));
  macOpens(app, link);
  expect(onSecondStart).not.toHaveBeenCalled();
  expect(receive).not.toHaveBeenCalled();
  expect(startAgain.mock.calls).toEqual([[null], [link], [link]]);
});

test('a link of a second start is for the next start too where the window is closed before it could receive any; the first start’s own is not', () => {
  const app = fakeApp();
  const startAgain = vi.fn();
  const links = watchDeepLinks(app, ['app', '--', 'visio-agents://of-this-start'], vi.fn());
  app.emit('second-instance', {}, [], '/', secondStartData(['app', '--', link]));
  links.leaveTo(startAgain);
  expect(startAgain.mock.calls).toEqual([[link]]);
});

test('what was received is not for the next start', () => {
  const app = fakeApp();
  const startAgain = vi.fn();
  const links = watchDeepLinks(app, ['app'], vi.fn());
  app.emit('second-instance', {}, [], '/', secondStartData(['app', '--', link]));
  links.forwardTo(vi.fn());
  links.leaveTo(startAgain);
  expect(startAgain).not.toHaveBeenCalled();
});
