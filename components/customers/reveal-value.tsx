'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { callApi, sentenceOf } from '@/components/shell/api';
import type { RevealAnswer } from '@/lib/contracts/customer-api';
import classes from './fact-list.module.css';

/** A sensitive value, masked until somebody who may asks for it. It stays open until the page is left. */
export function RevealValue({
  customerId,
  field,
  label,
  masked,
}: {
  customerId: number;
  field: string;
  label: string;
  masked: string;
}) {
  const [value, setValue] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const reveal = async () => {
    setBusy(true);
    setProblem('');
    try {
      const answer = await callApi<RevealAnswer>('POST', `/customers/${customerId}/reveal`, { field });
      setValue(answer.value);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <span className={classes.reveal}>
      <span role="status">{value ?? masked}</span>
      {value === null && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          onClick={() => void reveal()}
          aria-label={`Reveal ${label}`}
          title="The audit log keeps that you looked"
        >
          Reveal
        </Button>
      )}
      {problem && (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
