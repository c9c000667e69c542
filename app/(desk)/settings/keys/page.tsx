import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { KeysPage } from '@/components/keys/keys-page';
import { createKey, revokeKey } from './change-keys';

export const metadata: Metadata = { title: 'API keys' };

export default async function Keys() {
  await allowPage('keys:manage');
  const { store } = await desk();
  return <KeysPage keys={await store.listKeys()} now={Date.now()} actions={{ createKey, revokeKey }} />;
}
