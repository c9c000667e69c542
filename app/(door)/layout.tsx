import type { ReactNode } from 'react';
import { DoorFrame } from '@/components/door/door-frame';
import { allowAnyone } from '../guard';

/** The pages in front of the desk: nobody has to be signed in, and nothing of the desk is shown. */
export const dynamic = 'force-dynamic';

export default async function DoorLayout({ children }: { children: ReactNode }) {
  const asked = await allowAnyone();
  return <DoorFrame host={asked.get('host') ?? ''}>{children}</DoorFrame>;
}
