'use client';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem, call } from '@/components/shell/api';
import type { NotificationsAnswer } from '@/lib/contracts/notification-api';

/** Often enough for what nobody waits for, in ms. */
const lookEvery = 30_000;

/**
 * How many notifications the person has not read: as the server said with the page, then looked up while somebody can see
 * the page. Whose session is over is led nowhere by this: they may be in the middle of something.
 */
export function useUnread(initial: number): [unread: number, set: (unread: number) => void] {
  const [unread, setUnread] = useState(initial);
  const [seen, setSeen] = useState(initial);
  if (seen !== initial) {
    setSeen(initial);
    setUnread(initial);
  }
  const set = useCallback((next: number) => setUnread(next), []);
  useEffect(() => keepLooking(set), [set]);
  return [unread, set];
}

/** @returns what ends it */
function keepLooking(onUnread: (unread: number) => void): () => void {
  const abort = new AbortController();
  let lookedAt = Date.now();
  const look = async () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < lookEvery / 2) return;
    lookedAt = Date.now();
    try {
      const path = '/api/v1/notifications?limit=0';
      const answer = await call<NotificationsAnswer>('GET', path, undefined, abort.signal);
      if (answer.unread !== null) onUnread(answer.unread);
    } catch (error) {
      // Not reachable for a moment: the next round asks again. Nobody is signed in any more: there is nothing to ask for.
      if (error instanceof ApiProblem && error.problem.status === 401) end();
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  const onVisible = () => void look();
  document.addEventListener('visibilitychange', onVisible);
  const end = () => {
    abort.abort();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
  };
  return end;
}
