'use server';
import { headers } from 'next/headers';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { noted } from '@/lib/auth/audit';
import { readRetention, retentionShape, writeRetention } from '@/lib/retention/retention';

/** Sets how long uploaded files and staged rows are kept. It counts from the next sweep on. */
export const changeRetention = action('settings:manage', retentionShape, async (retention, who) => {
  const { store } = await desk();
  const before = await readRetention(store);
  const details = { from: before.days ?? 'for ever', to: retention.days ?? 'for ever' };
  const object = { kind: 'settings', id: 'retention' } as const;
  await writeRetention(noted(store, who, await headers(), 'retention_changed', object, details), retention);
});
