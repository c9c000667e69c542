import type { Metadata } from 'next';
import { allowAnyone } from '@/app/guard';
import { ApiPage } from '@/components/docs/api-page';

export const metadata: Metadata = { title: 'API' };

/** For everybody, as the document that it shows: it holds no data, and whoever has a key need not have an account. */
export default async function Api() {
  await allowAnyone();
  return <ApiPage />;
}
