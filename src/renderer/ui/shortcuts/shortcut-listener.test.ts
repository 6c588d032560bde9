import { expect, test, vi } from 'vitest';
import { createShortcutListener } from './shortcut-listener.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
const control = { ...bare, ctrlKey: true };
const d = { key: 'd', code: 'KeyD' };
const space = { key: ' ', code: 'Space' };

function keyboard(focused: Pick<Element, 'closest'> | null = null) {
  let isDialogOpen = false;
  const listener = createShortcutListener({ focused: () => focused, isDialogOpen: () => isDialogOpen });
  const microphone = { press: vi.fn<() => void>(), pressBehindDialog: vi.fn<() => void>() };
  const talk = { press: vi.fn<() => void>(), release: vi.fn<() => void>() };
  const removeMicrophone = listener.add('microphone', microphone);
  const removeTalk = listener.add('talk', talk);
  const down = (event: typeof bare & { key: string; code: string }): boolean => {
    const preventDefault = vi.fn<() => void>();
    listener.keyDown({ ...event, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  const openDialog = (): void => void (isDialogOpen = true);
  return { listener, microphone, talk, removeMicrophone, removeTalk, down, openDialog };
}

test.each([
  ['Control', control],
  ['Command', { ...bare, metaKey: true }],
])('%s and D is the microphone’s, and no longer the browser’s', (_name, modifiers) => {
  const { down, microphone } = keyboard();
  expect(down({ ...modifiers, ...d })).toBe(true);
  expect(microphone.press).toHaveBeenCalledOnce();
});

test('on a keyboard without Latin letters, the place of the key counts', () => {
  const { down, microphone } = keyboard();
  down({ ...control, key: 'в', code: 'KeyD' });
  expect(microphone.press).toHaveBeenCalledOnce();
});

test.each([
  ['no modifier', { ...bare, ...d }],
  ['Shift too', { ...control, shiftKey: true, ...d }],
  ['Alt too', { ...control, altKey: true, ...d }],
  ['another letter', { ...control, key: 'f', code: 'KeyF' }],
  ['a shortcut that nobody listens to', { ...control, key: 'e', code: 'KeyE' }],
  ['Space with Control', { ...control, ...space }],
  ['Space with Shift', { ...bare, shiftKey: true, ...space }],
])('%s is left to the browser', (_name, event) => {
  const { down, microphone, talk } = keyboard();
  expect(down(event)).toBe(false);
  expect(microphone.press).not.toHaveBeenCalled();
  expect(talk.press).not.toHaveBeenCalled();
});

test('a key that repeats itself acts once', () => {
  const { down, microphone } = keyboard();
  down({ ...control, ...d });
  expect(down({ ...control, ...d, repeat: true })).toBe(true);
  expect(microphone.press).toHaveBeenCalledOnce();
});

test('Space is left to the control that has the focus, Control and D is not', () => {
  const { down, microphone, talk } = keyboard({ closest: () => ({}) as Element });
  expect(down({ ...bare, ...space })).toBe(false);
  down({ ...control, ...d });
  expect(talk.press).not.toHaveBeenCalled();
  expect(microphone.press).toHaveBeenCalledOnce();
});

test('Space is let go with the key, and when the window loses the keyboard', () => {
  const { listener, down, talk } = keyboard();
  expect(down({ ...bare, ...space })).toBe(true);
  listener.keyUp({ code: 'KeyD' });
  expect(talk.release).not.toHaveBeenCalled();
  listener.keyUp(space);
  listener.blur();
  expect(talk.release).toHaveBeenCalledTimes(2);
});

test('whoever stops listening lets go of the key, and hears nothing any more', () => {
  const { down, talk, removeTalk } = keyboard();
  removeTalk();
  expect(talk.release).toHaveBeenCalledOnce();
  expect(down({ ...bare, ...space })).toBe(false);
  expect(talk.press).not.toHaveBeenCalled();
});

test('while a dialog is open Space is its own, and the keys with Ctrl do what they may do behind it', () => {
  const { down, microphone, talk, openDialog } = keyboard();
  openDialog();
  expect(down({ ...bare, ...space })).toBe(false);
  expect(talk.press).not.toHaveBeenCalled();
  expect(down({ ...control, ...d })).toBe(true);
  expect(down({ ...control, ...d, repeat: true })).toBe(true);
  expect(microphone.press).not.toHaveBeenCalled();
  expect(microphone.pressBehindDialog).toHaveBeenCalledOnce();
});

test('a dialog that opens while Space is held is not answered by it, and talking ends with the key', () => {
  const { listener, down, talk, openDialog } = keyboard();
  down({ ...bare, ...space });
  openDialog();
  expect(down({ ...bare, ...space, repeat: true })).toBe(true);
  listener.keyUp(space);
  expect(talk.release).toHaveBeenCalledOnce();
  expect(down({ ...bare, ...space })).toBe(false);
});
