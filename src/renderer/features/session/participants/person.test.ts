import { ParticipantEvent, type Participant } from 'livekit-client';
import { expect, test, vi } from 'vitest';
import { watchPerson } from './person.ts';

function somebody(name: string) {
  const listeners = new Map<string, () => void>();
  const participant = {
    identity: 'guest',
    name,
    attributes: {},
    isSpeaking: false,
    isMicrophoneEnabled: false,
    getTrackPublication: () => undefined,
    on: (event: string, listener: () => void) => listeners.set(event, listener),
  };
  const say = (event: ParticipantEvent): void => listeners.get(event)?.();
  return { participant, say, person: watchPerson(participant as unknown as Participant) };
}

test('somebody is shown under what is left of the name that a service gives them, then under the next', () => {
  const { participant, say, person } = somebody('Marie Gérard ✓\u202e');
  expect(person.current().name).toBe('Marie Gérard');
  const heard = vi.fn();
  person.onChange(heard);
  participant.name = 'Paul, agent vérifié';
  say(ParticipantEvent.ParticipantNameChanged);
  expect(heard).toHaveBeenCalledOnce();
  expect(person.current().name).toBe('Paul');
});

test('it is the same object until something that is shown has changed', () => {
  const { participant, person } = somebody('Marie Gérard');
  const before = person.current();
  expect(person.current()).toBe(before);
  participant.isMicrophoneEnabled = true;
  expect(person.current()).toEqual({ ...before, microphone: true });
});
