import { expect, test } from 'vitest';
import type { Discovery } from '../../shared/discovery.ts';
import { withGovernmentBrand } from './government-brand.ts';

const claims = (state: boolean) =>
  ({ brand: { state, organisation: 'Ministère', service: 'DNE' } }) as Discovery;

test.each([
  ['https://visio.example', ['visio.example'], true, true],
  ['https://visio.example:8443', ['visio.example:8443'], true, true],
  ['https://visio.example:8443', ['visio.example'], true, false],
  ['https://visio.example.evil', ['visio.example'], true, false],
  ['https://evil.visio.example', ['visio.example'], true, false],
  ['https://visio.example', [], true, false],
  ['https://visio.example', [], false, false],
  ['http://127.0.0.1:8080', [], false, true],
  ['http://localhost:8080', [], false, true],
  ['http://127.0.0.1:8080', [], true, false],
])(
  '%s, with %j named, packaged: %s, carries the State’s brand: %s',
  (server, stateBrandHosts, isPackaged, state) => {
    const where = { server, stateBrandHosts, isPackaged };
    expect(withGovernmentBrand(claims(true), where).brand).toEqual({ ...claims(true).brand, state });
    expect(withGovernmentBrand(claims(false), where).brand.state).toBe(false);
  },
);
