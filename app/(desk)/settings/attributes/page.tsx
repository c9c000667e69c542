import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { AttributesPage } from '@/components/attributes/attributes-page';
import { changeAttribute, defineAttribute, removeAttribute } from './change-attributes';

export const metadata: Metadata = { title: 'Attributes' };

export default async function Attributes() {
  await allowPage('settings:manage');
  const { store } = await desk();
  const actions = { defineAttribute, changeAttribute, removeAttribute };
  return <AttributesPage attributes={await store.listAttributes()} actions={actions} />;
}
