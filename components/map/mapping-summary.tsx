'use client';
import { Alert, Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { Mapping } from '@/lib/mapping';
import classes from './mapping-summary.module.css';
import { controlOf } from './problem-control';

/** Everything that stands against the mapping, each linked to where it is put right. Takes the focus when it appears. */
export function MappingSummary({ problems, mapping }: { problems: string[]; mapping: Mapping }) {
  const alert = useRef<HTMLDivElement>(null);
  const first = useRef(problems.length > 0);
  useEffect(() => {
    if (first.current) alert.current?.focus();
  }, []);
  if (problems.length === 0) return null;
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      color="error"
      icon={<Icon name="error" />}
      title={`${formatCount(problems.length, 'thing')} to put right before the check`}
      mb="md"
      className={classes.root}
    >
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Anchor
              component="button"
              type="button"
              onClick={() => document.getElementById(controlOf(problem, mapping))?.focus()}
            >
              {problem}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
