import { expect, test } from 'vitest';
import { redactKnownNames } from './redact-known-names.ts';
import { redactLabel } from './redact-label.ts';

const redact = redactKnownNames({
  people: ['Marie Gérard (DSI)', 'mgerard', 'Li Na', '李小龍', 'Anne-Lœtitia d’Or', ''],
  computers: ['vm', 'srv-proxy', 'PC-0042', 'visio.example'],
});

test.each([
  ['AirPods de Marie Gérard', 'AirPods de …'],
  ['AirPods de MARIE GERARD', 'AirPods de …'],
  ['AirPods de Marie Ge\u0301rard', 'AirPods de …'],
  ['Casque de Gérard', 'Casque de …'],
  ['iPhone (Marie)', 'iPhone (…)'],
  ['CasqueMarieGerard', 'Casque…'],
  ['MGERARD-USB', '…-USB'],
  ['Micro de Li', 'Micro de …'],
  ['Casque d’Anne-Laetitia', 'Casque d’…-Laetitia'],
  ['Casque d’Anne-Loetitia', 'Casque d’…'],
  ['李小龍的耳机', '…的耳机'],
  ['SRV-PROXY:3128', '…:3128'],
  ['pc-0042', '…'],
  ['PC de bureau, or et argent', 'PC de bureau, or et argent'],
  ['VISIO.EXAMPLE:443', '…:443'],
  ['vm: KVM', '…: KVM'],
  ['Microphone à limite de son, oreillettes', 'Microphone à limite de son, oreillettes'],
])('%s is told as %s', (label, told) => {
  expect(redact(label)).toBe(told);
});

test('where nobody is known nothing is taken out', () => {
  expect(redactKnownNames({ people: [], computers: [] })('Casque USB de réunion')).toBe(
    'Casque USB de réunion',
  );
});

test.each([
  ['AirPods Pro de Paul', 'AirPods Pro de …'],
  ['airpods de paul', 'airpods de …'],
  ['Casque de Jean-Paul Martin (USB)', 'Casque de … (USB)'],
  ['Microphone de Logitech BRIO', 'Microphone de Logitech BRIO'],
  ['Casque de réunion', 'Casque de réunion'],
  ['Casque (AirPods de Paul Martin) 2', 'Casque (AirPods de …) 2'],
  ["Microphone de l'iPhone de Ève", "Microphone de l'iPhone de …"],
  ["iPhone d'Ève", "iPhone d'…"],
  ['Casque de M. Dupont', 'Casque de …'],
  ['CASQUE DE MARIE DUPONT', 'CASQUE DE …'],
  ['Casque de Mme Dupont (USB)', 'Casque de … (USB)'],
  ['Casque de J.-P. Dupont', 'Casque de …'],
  ['Casque de J.P. Dupont', 'Casque de …'],
  ['M. Dupont’s AirPods', '…’s AirPods'],
  ['Microphone de HP', 'Microphone de HP'],
  ['MICROPHONE DE HP', 'MICROPHONE DE HP'],
  ['MICROPHONE DE LOGITECH BRIO', 'MICROPHONE DE LOGITECH BRIO'],
  ['CASQUE DE RÉUNION', 'CASQUE DE …'],
  ["HAUT-PARLEURS DE L'ÉCRAN", "HAUT-PARLEURS DE L'ÉCRAN"],
  ['Paul Martin’s AirPods', '…’s AirPods'],
  ["Thomas' iPhone", "…' iPhone"],
  ['Micro MacBook Pro', 'Micro MacBook Pro'],
  ['Haut-parleurs de MacBook Pro', 'Haut-parleurs de MacBook Pro'],
  ["Son de l'écran HDMI", "Son de l'écran HDMI"],
])('a label that its owner’s name is in is told without it: %s', (label, told) => {
  expect(redactLabel(label)).toBe(told);
});
