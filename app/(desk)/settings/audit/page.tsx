import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { AuditPage } from '@/components/audit/audit-page';
import { nameOf } from '@/lib/auth/actor';
import { auditQuery } from '@/lib/contracts/audit-api';
import { listAudit } from '@/lib/contracts/view-audit';

export const metadata: Metadata = { title: 'Audit log' };

export default async function Audit({ searchParams }: PageProps<'/settings/audit'>) {
  await allowPage('audit:read');
  const given = await searchParams;
  const asked = auditQuery.safeParse(given);
  const { store } = await desk();
  const [{ entries, nextCursor }, people, keys] = await Promise.all([
    listAudit(store, asked.data ?? auditQuery.parse({})),
    store.listPeople(),
    store.listKeys(),
  ]);
  const named = [...people, ...keys].map(({ id, name }) => [id, name] as const);
  const actors = [
    ...people.map(({ name }) => name),
    ...keys.map(({ id, name, scopes }) => nameOf({ kind: 'key', id, name, scopes })),
  ];
  return (
    <AuditPage
      entries={entries}
      nextCursor={nextCursor}
      names={Object.fromEntries(named)}
      actors={actors}
      query={asked.success ? given : {}}
    />
  );
}
