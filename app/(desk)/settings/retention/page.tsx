import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { RetentionPage } from '@/components/retention/retention-page';
import { readRetention } from '@/lib/retention/retention';
import { changeRetention } from './change-retention';

export const metadata: Metadata = { title: 'Retention' };

export default async function RetentionSettings() {
  await allowPage('settings:manage');
  const { store } = await desk();
  return <RetentionPage retention={await readRetention(store)} save={changeRetention} />;
}
