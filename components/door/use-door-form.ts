'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, answerOf, call, sentenceOf } from '@/components/shell/api';
import type { Answered } from '@/lib/contracts/action-refused';

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
  /** What a server action answers; null where it refused or did not answer, which is told. */
  const ask = <Answer>(asked: Promise<Answered<Answer>>): Promise<Answer | null> =>
    answerOf(asked).catch((error: unknown) => {
      setProblem(
        error instanceof ApiProblem
          ? sentenceOf(error)
          : 'No answer came that could be read. Wait a moment and try again.',
      );
      return null;
    });
  const startAnew = () => {
    setWantsCode(false);
    setProblem(null);
  };
  return { attempt, ask, problem, setProblem, wantsCode, startAnew };
}
