import type { Metadata } from 'next';
import { allowPage } from '@/app/guard';
import { NewImportPage } from '@/components/intake/new-import-page';

export const metadata: Metadata = { title: 'Upload' };

export default async function NewImport() {
  await allowPage('imports:write');
  return <NewImportPage />;
}
