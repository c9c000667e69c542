import type { ReactNode } from 'react';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { DeskShell } from '@/components/shell/desk-shell';
import { countCustomers } from '@/lib/contracts/view-customer';
import { countImports } from '@/lib/contracts/view-import';

/** Every page shows live numbers: nothing here is rendered ahead. */
export const dynamic = 'force-dynamic';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const who = await allowPage('account:own');
  const { store } = await desk();
  const [imports, customers, unread] = await Promise.all([
    countImports(store),
    countCustomers(store),
    store.countUnread(who.id),
  ]);
  return (
    <DeskShell who={who} unread={unread} counts={{ imports: imports.open, customers }}>
      {children}
    </DeskShell>
  );
}
