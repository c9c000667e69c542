'use client';
import { Alert, Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldErrors } from 'react-hook-form';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { EditField, FormValues } from './edit-fields';
import classes from './edit-form.module.css';
import type { SaveProblem } from './use-save-customer';

/** What stands against saving, each linked to its field. Takes the focus after an attempt. */
export function EditSummary({
  fields,
  errors,
  problem,
  attempt,
}: {
  fields: EditField[];
  errors: FieldErrors<FormValues>;
  problem: SaveProblem | null;
  attempt: number;
}) {
  const alert = useRef<HTMLDivElement>(null);
  const keys = Object.keys(errors).filter((key) => key !== 'root');
  const shown = keys.length > 0 || problem !== null;
  useEffect(() => {
    if (attempt > 0 && shown) alert.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  const title = problem?.sentence ?? `${formatCount(keys.length, 'field has', 'fields have')} to be put right`;
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      color={problem?.kind === 'changed' ? 'warning' : 'error'}
      icon={<Icon name={problem?.kind === 'changed' ? 'warning' : 'error'} />}
      title={title}
      className={classes.summary}
    >
      <ul>
        {problem?.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {keys.map((key) => (
          <li key={key}>
            <Anchor component="button" type="button" onClick={() => document.getElementById(`edit-${key}`)?.focus()}>
              {fields.find((field) => field.key === key)?.label}: {errors[key]?.message}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
