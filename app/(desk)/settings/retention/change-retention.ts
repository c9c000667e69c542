'use server';
import { headers } from 'next/headers';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { audit } from '@/lib/auth/audit';
import { readRetention, retentionShape, writeRetention } from '@/lib/retention/retention';

/** Sets how long uploaded files and staged rows are kept. It counts from the next sweep on. */
export const changeRetention = action('settings:manage', retentionShape, async (retention, who) => {
  const { store } = await desk();
  const before = await readRetention(store);
  await writeRetention(store, retention);
  const details = { from: before.days ?? 'for ever', to: retention.days ?? 'for ever' };
  await audit(store, who, await headers(), 'retention_changed', { kind: 'settings', id: 'retention' }, details);
});
