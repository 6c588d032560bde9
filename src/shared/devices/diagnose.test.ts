import { describe, expect, test } from 'vitest';
import { diagnose, type DeviceFacts, type Opening } from './diagnose.ts';
import { nothingTold, type SystemDevice, type SystemFacts } from './system-facts.ts';

const facts = (opening: Opening, system: Partial<SystemFacts> = {}, listed = 1): DeviceFacts => ({
  kind: 'microphone',
  system: { ...nothingTold, ...system },
  listed,
  opening,
});
const open = (signal: 'some' | 'none' | 'not-yet', muted = false): Opening => ({
  name: 'open',
  id: '1',
  label: 'Casque USB',
  muted,
  signal,
});
const muted = (id: string, label: string): SystemDevice => ({
  id,
  label,
  isMuted: true,
  isDefault: false,
  isOurs: false,
});
const failed = (error: string): Opening => ({ name: 'failed', error });
const untried: Opening = { name: 'not-tried' };

describe('the diagnosis of a device', () => {
  test.each<[string, DeviceFacts, string]>([
    ['before anything was tried, a device that is there is untested', facts(untried), 'untested'],
    ['before anything was tried, none there is none there', facts(untried, {}, 0), 'no-device'],
    ['a refusal is known before any try', facts(untried, { access: 'denied' }), 'system-refused'],
    [
      'what a policy refuses is not for the user to mend',
      facts(untried, { access: 'restricted' }),
      'policy-refused',
    ],
    [
      'a forbidden device that the system hides is refused, not missing',
      facts(failed('NotFoundError'), { access: 'denied' }, 0),
      'system-refused',
    ],
    [
      'a forbidden device that does not start is refused, not held',
      facts(failed('NotReadableError'), { access: 'denied', heldBy: ['Zoom'] }),
      'system-refused',
    ],
    ['what is heard works, whatever a switch says', facts(open('some'), { access: 'denied' }), 'working'],
    ['a page that may not is refused', facts(failed('NotAllowedError')), 'system-refused'],
    ['no such device', facts(failed('NotFoundError')), 'no-device'],
    ['the chosen device is gone, and no other is there', facts(failed('OverconstrainedError')), 'no-device'],
    ['held by a program with a name', facts(failed('NotReadableError'), { heldBy: ['Zoom'] }), 'held'],
    ['held by somebody the system does not name', facts(failed('NotReadableError')), 'held'],
    ['held by nobody the system knows of', facts(failed('NotReadableError'), { heldBy: [] }), 'unknown'],
    ['a device that hangs is held as well', facts(failed('AbortError'), { heldBy: ['OBS'] }), 'held'],
    ['a list that is empty by now explains it', facts(failed('NotReadableError'), {}, 0), 'no-device'],
    ['whatever else is thrown', facts(failed('TypeError')), 'unknown'],
    ['a track that ended by itself', facts({ name: 'ended' }), 'unplugged'],
    [
      'a track that ended because access was withdrawn',
      facts({ name: 'ended' }, { access: 'denied' }),
      'system-refused',
    ],
    ['open and heard', facts(open('some')), 'working'],
    ['open, and too early to tell', facts(open('not-yet')), 'untested'],
    ['open, and digital silence', facts(open('none')), 'silent'],
    [
      'muted outside, before silence is certain',
      facts(open('not-yet'), { devices: [muted('1', 'Casque USB')] }),
      'muted',
    ],
    ['another one is muted outside', facts(open('none'), { devices: [muted('2', 'Autre micro')] }), 'silent'],
    ['the browser gets nothing', facts(open('none', true)), 'muted'],
  ])('%s', (_title, given, expected) => {
    expect(diagnose(given).name).toBe(expected);
  });

  test('who refuses and who holds is passed on', () => {
    expect(diagnose(facts(untried, { access: 'denied', refusedBy: 'desktop-apps' })).refusedBy).toBe(
      'desktop-apps',
    );
    expect(diagnose(facts(failed('NotReadableError'), { heldBy: ['Zoom'] })).holders).toEqual(['Zoom']);
  });
});
