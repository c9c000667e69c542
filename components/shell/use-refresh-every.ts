'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page anew every so often, while `active` and while somebody can see it. */
export function useRefreshEvery(milliseconds: number, active: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), milliseconds);
    return () => clearInterval(timer);
  }, [router, milliseconds, active]);
}
