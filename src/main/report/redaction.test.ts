import { expect, test } from 'vitest';
import { createRedaction } from './redaction.ts';

const clean = createRedaction({ people: ['Marie Gérard'], computers: ['pc-12'] });

// As Windows, macOS, PulseAudio and Chromium write them.
test.each([
  'Casque (Jabra EVOLVE 20 MS)',
  'Microphone (HD Pro Webcam C920)',
  'Built-in Audio Analog Stereo',
  'Haut-parleurs (2- Plantronics Blackwire 3220 Series)',
  'FaceTime HD Camera (Built-in) (05ac:8600)',
  'Monitor of Navi 21/23 HDMI/DP Audio Controller Digital Stereo (HDMI)',
  'Périphérique High Definition Audio',
  'Réseau de micros (Technologie Intel® Smart Sound pour microphones numériques)',
  "Haut-parleurs de l'écran DELL U2720Q",
  'OBS Virtual Camera (m-de:vice)',
])('the label of a device that is nobody’s stays: %s', (label) => {
  expect(clean.label(label)).toBe(label);
});

test('a name that is parted by what nobody sees, or encoded otherwise, is still that name', () => {
  for (const writing of ['Gé\u200brard', 'Gé\ufeffrard', 'Ge\u0301rard', 'G\u00adérard', 'GÉRARD'])
    expect(clean.label(`Micro ${writing}`)).toBe('Micro …');
});

test('half a token is not left where a text is cut', () => {
  const text = clean.text(`${'mot '.repeat(496)}kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA`);
  expect(text).not.toContain('kJ3');
  expect(text.length).toBeLessThanOrEqual(301);
});

test('a version of four numbers is no address', () => {
  expect(clean.known('5.15.153.1-microsoft on PC-12')).toBe('5.15.153.1-microsoft on …');
});
