'use client';
import { useState } from 'react';
import { ApiProblem, call, goToSignIn, sentenceOf } from '@/components/shell/api';

/** What the sign-in answers to somebody who changes their own account. */
export interface Answer {
  totpURI?: string;
  backupCodes?: string[];
}

/** Asks the sign-in for something; what stands against it becomes a sentence. */
export function useAttempt() {
  const [problem, setProblem] = useState<{ code: string; sentence: string } | null>(null);
  /** @returns the answer, or null where it was refused */
  const attempt = async (path: string, body: object): Promise<Answer | null> => {
    setProblem(null);
    try {
      return await call<Answer>('POST', `/api/auth${path}`, body);
    } catch (error) {
      const code = error instanceof ApiProblem ? error.problem.code : 'broken';
      if (code === 'not_signed_in') goToSignIn();
      setProblem({ code, sentence: sentenceOf(error) });
      return null;
    }
  };
  return { attempt, problem, forget: () => setProblem(null) };
}
