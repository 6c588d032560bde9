import { beforeEach, expect, test, vi } from 'vitest';
import { createToasts } from './toasts.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});
const texts = ({ current }: ReturnType<typeof createToasts>): string[] => current().map(({ text }) => text);

test('a notice is shown for four seconds', () => {
  const toasts = createToasts();
  toasts.tell('Marie Gérard a rejoint la réunion.', 'guest');
  expect(toasts.current()).toEqual([{ id: 1, text: 'Marie Gérard a rejoint la réunion.', about: 'guest' }]);
  vi.advanceTimersByTime(3999);
  expect(texts(toasts)).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(texts(toasts)).toEqual([]);
});

test('of four at once the oldest gives way', () => {
  const toasts = createToasts();
  for (const text of ['un', 'deux', 'trois', 'quatre']) toasts.tell(text);
  expect(texts(toasts)).toEqual(['deux', 'trois', 'quatre']);
});

test('whoever shows them hears of every change, until they stop listening', () => {
  const toasts = createToasts();
  const heard = vi.fn();
  const stop = toasts.onChange(heard);
  toasts.tell('un');
  vi.advanceTimersByTime(4000);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  toasts.tell('deux');
  expect(heard).toHaveBeenCalledTimes(2);
});
