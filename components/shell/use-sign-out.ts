'use client';
import { useState } from 'react';
import { call, sentenceOf } from './api';

/** Ends the session of this browser. The sign-in is loaded as a new page, so that nothing of the old one stays behind. */
export function useSignOut() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await call('POST', '/api/auth/sign-out', {});
      window.location.assign('/sign-in');
    } catch (error) {
      setBusy(false);
      setProblem(sentenceOf(error));
    }
  };
  return { signOut, busy, problem };
}
