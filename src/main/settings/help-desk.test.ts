import { expect, test } from 'vitest';
import type { Discovery } from '../../shared/discovery.ts';
import { withHelpDesk } from './help-desk.ts';

const discovery = { helpDesk: { name: 'du service', phone: '+33 1' } } as Discovery;
const none = { helpDeskName: '', helpDeskEmail: '', helpDeskPhone: '', helpDeskUrl: '' };

test('the help desk is the one that the service names, until an administrator names another', () => {
  expect(withHelpDesk(discovery, none)).toBe(discovery);
  const own = { ...none, helpDeskName: 'assistance académique', helpDeskEmail: 'aide@exemple.fr' };
  expect(withHelpDesk(discovery, own).helpDesk).toEqual({
    name: 'assistance académique',
    email: 'aide@exemple.fr',
  });
});
