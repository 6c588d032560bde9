import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import plugin from './window-while-open.ts';

RuleTester.describe = describe;
RuleTester.it = test;

const errors = 1;

new RuleTester().run('window-while-open', plugin.rules['window-while-open'] as never, {
  valid: [
    { name: 'at once', code: 'function open(window) { window.show(); }' },
    { name: 'at once, taken out of something', code: 'function open({ window }) { window.show(); }' },
    {
      name: 'in whileOpen',
      code: 'const f = (window) => later(() => whileOpen(window, () => window.show()));',
    },
    {
      name: 'behind a question',
      code: 'const f = (window) => later(() => { if (!window.isDestroyed()) window.show(); });',
    },
    {
      name: 'in a listener of its own',
      code: "const f = (window) => { window.on('close', () => window.getBounds()); };",
    },
    { name: 'listening to the end', code: 'const f = (window) => later(() => window.once("closed", act));' },
    {
      name: 'before an await',
      code: 'async function f() { await x; const window = open(); window.show(); await y; }',
    },
  ],
  invalid: [
    { name: 'in a callback', code: 'const f = (window) => later(() => window.show());', errors },
    {
      name: 'its contents',
      code: 'const f = (window) => { send = () => window.webContents.send("a"); };',
      errors,
    },
    { name: 'after an await', code: 'async function f(window) { await x; window.show(); }', errors },
    {
      name: 'once it is closed',
      code: "const f = (window) => { window.on('closed', () => window.getBounds()); };",
      errors,
    },
    {
      name: 'asked about elsewhere',
      code: 'const f = (window) => { if (window.isDestroyed()) return; later(() => window.show()); };',
      errors,
    },
  ],
});
