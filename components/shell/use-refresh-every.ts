'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Asks the server for the page anew every so often, while `active` and while somebody can see it. Only where the server
 * answers: a refresh that cannot reach it would load the whole page and leave the person with the browser's own error.
 */
export function useRefreshEvery(milliseconds: number, active: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    let over = false;
    const refresh = async () => {
      if (document.visibilityState !== 'visible') return;
      const reached = await fetch('/api/health', { cache: 'no-store' }).then(
        () => true,
        () => false,
      );
      if (reached && !over) router.refresh();
    };
    const timer = setInterval(() => void refresh(), milliseconds);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [router, milliseconds, active]);
}
