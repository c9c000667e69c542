'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call, sentenceOf } from '@/components/shell/api';

interface SignedIn {
  secondFactor: boolean;
  url?: string;
}

/** Signs in; where a second factor is wanted, says so instead of going on. */
export function useSignIn(to: string) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [wantsCode, setWantsCode] = useState(false);
  const attempt = async (path: string, body: object) => {
    setProblem(null);
    try {
      const { secondFactor, url } = await call<SignedIn>('POST', `/api/auth${path}`, body);
      if (secondFactor) return setWantsCode(true);
      if (url) return window.location.assign(url);
      router.replace(to);
      router.refresh();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const startAnew = () => {
    setWantsCode(false);
    setProblem(null);
  };
  return { attempt, problem, setProblem, wantsCode, startAnew };
}
