import { expect, it, vi } from 'vitest';
import { withStore } from '../../lib/testing/test-store';
import { createUser } from './accounts';

const store = withStore();
const invite = (role: string) => createUser(store(), { email: `${role}@example.com`, role }, 'http://localhost:3000');

it('while there is nobody only an administrator is made, for nobody else could let others in', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await expect(invite('viewer')).rejects.toThrow('Make an administrator first');
  await expect(invite('nobody')).rejects.toThrow('--role is one of');
  await invite('admin');
  expect(said.mock.lastCall?.[0]).toContain('http://localhost:3000/invitation/');
});
