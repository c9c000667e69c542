import { expect, it } from 'vitest';
import { withClient, withPostgres } from '../../lib/testing/postgres';

const { url, store } = withPostgres();
const entry = { actorKind: 'person', actorId: 'p', actorName: 'Ada', action: 'set_up' } as const;

it('no statement changes or removes an entry of the audit log', async () => {
  await store().writeAudit({ ...entry, objectKind: null, objectId: null, details: {}, address: null });
  const [written] = await store().readAudit({ limit: 1 });
  const columns = '(id, at, actor_kind, actor_name, action, details)';
  for (const statement of [
    `update audit_log set actor_name = 'Mallory'`,
    'delete from audit_log',
    'truncate audit_log',
    `insert into audit_log ${columns} values (${written!.id}, 1, 'person', 'Mallory', 'set_up', '{}')
      on conflict (id) do update set actor_name = 'Mallory'`,
  ]) {
    const run = withClient(url(), (client) => client.query(statement));
    await expect(run, statement).rejects.toThrow('the audit log cannot be changed');
  }
  expect(await store().readAudit({ limit: 10 })).toEqual([written]);
});
