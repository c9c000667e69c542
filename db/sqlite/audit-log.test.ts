import { expect, it } from 'vitest';
import { onDatabase } from '../../lib/testing/database';
import { withDesk } from '../../lib/testing/test-store';

const { dataDir, store } = withDesk();
const entry = { actorKind: 'person', actorId: 'p', actorName: 'Ada', action: 'set_up' } as const;

it('no statement changes or removes an entry of the audit log', async () => {
  await store().writeAudit({ ...entry, objectKind: null, objectId: null, details: {}, address: null });
  const [written] = await store().readAudit({ limit: 1 });
  const columns = '(id, at, actor_kind, actor_name, action, details)';
  const values = `values (${written!.id}, 1, 'person', 'Mallory', 'set_up', '{}')`;
  for (const statement of [
    `update audit_log set actor_name = 'Mallory'`,
    `update or replace audit_log set actor_name = 'Mallory'`,
    'delete from audit_log',
    `delete from audit_log where id = ${written!.id}`,
    `replace into audit_log ${columns} ${values}`,
    `insert or replace into audit_log ${columns} ${values}`,
    `insert into audit_log ${columns} ${values} on conflict (id) do update set actor_name = 'Mallory'`,
  ]) {
    const run = () => onDatabase(dataDir(), (database) => database.exec(statement));
    expect(run, statement).toThrow('the audit log cannot be changed');
  }
  expect(await store().readAudit({ limit: 10 })).toEqual([written]);
});
