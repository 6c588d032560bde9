import { expect, test } from 'vitest';
import { isWireless } from './is-wireless.ts';

// Windows 10 and 11 (English, French), macOS 14, PulseAudio 16 and PipeWire 1.0 call them so.
test.each([
  'Headset (WH-1000XM4 Hands-Free AG Audio)',
  'Casque (Jabra Elite Mains libres)',
  'AirPods Pro (Bluetooth)',
  'AirPods de la salle 12',
  'bluez_input.00_1B_66.headset-head-unit',
])('%s is wireless', (name) => expect(isWireless(name)).toBe(true));

test.each(['Microphone (Realtek(R) Audio)', 'MacBook Pro Microphone (Built-in)', 'MicroUSB', ''])(
  '%s is not',
  (name) => expect(isWireless(name)).toBe(false),
);
