'use client';
import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';

/** What stands against going on. Takes the focus, so that it is read out. */
export function ProblemAlert({ problem }: { problem: string | null }) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) alert.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <Alert ref={alert} tabIndex={-1} role="alert" color="error" icon={<Icon name="error" />}>
      {problem}
    </Alert>
  );
}
