import { redirect } from 'next/navigation';
import { allowPage } from './guard';

export default async function Home() {
  await allowPage('account:own');
  redirect('/imports');
}
