import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { ImportsPage } from '@/components/intake/imports-page';
import { importsQuery } from '@/lib/contracts/import-api';
import { countImports, listImports } from '@/lib/contracts/view-import';

export const metadata: Metadata = { title: 'Imports' };

export default async function Imports({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await allowPage('imports:read');
  const asked = importsQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : importsQuery.parse({});
  const { store } = await desk();
  const [{ imports, nextCursor }, counts] = await Promise.all([listImports(store, query), countImports(store)]);
  return <ImportsPage imports={imports} nextCursor={nextCursor} counts={counts} query={query} />;
}
