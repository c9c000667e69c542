'use client';
import { Alert, Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { Mapping } from '@/lib/mapping';
import classes from './mapping-summary.module.css';
import { controlOf, controls } from './problem-control';

/**
 * Everything that stands against the mapping, each linked to where it is put right, and the question that is still
 * open. Takes the focus when it appears.
 */
export function MappingSummary({
  problems,
  question,
  mapping,
}: {
  problems: string[];
  question: string | null;
  mapping: Mapping;
}) {
  const alert = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0 || question !== null;
  const first = useRef(shown);
  useEffect(() => {
    if (first.current) alert.current?.focus();
  }, []);
  if (!shown) return null;
  const stopped = problems.length > 0;
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      color={stopped ? 'error' : 'warning'}
      icon={<Icon name={stopped ? 'error' : 'help'} />}
      title={
        stopped
          ? `${formatCount(problems.length, 'thing')} to put right before the check`
          : '1 thing to look at before the check'
      }
      mb="md"
      className={classes.root}
    >
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Problem text={problem} control={controlOf(problem, mapping)} />
          </li>
        ))}
        {question && (
          <li>
            <Problem text={question} control={controls.dateOrder} /> Dates that can be read both ways will be errors
            until you answer.
          </li>
        )}
      </ul>
      {!stopped && <p>Or check without an answer.</p>}
    </Alert>
  );
}

function Problem({ text, control }: { text: string; control: string | null }) {
  if (control === null) return text;
  return (
    <Anchor component="button" type="button" onClick={() => document.getElementById(control)?.focus()}>
      {text}
    </Anchor>
  );
}
