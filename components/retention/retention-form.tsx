'use client';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SentenceRadios } from '@/components/map/sentence-radios';
import { act, sentenceOf } from '@/components/shell/api';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import { keptDays, type Retention, retentionShape } from '@/lib/retention/retention';
import classes from './retention-page.module.css';

type Told = { saved: boolean } | { field: string } | { problem: string };

/** For so many days, or for ever. */
export function RetentionForm({
  retention,
  save,
}: {
  retention: Retention;
  save: (retention: Retention) => Promise<unknown>;
}) {
  const [kept, setKept] = useState<'days' | 'ever'>(retention.days === null ? 'ever' : 'days');
  const [days, setDays] = useState(String(retention.days ?? keptDays.usual));
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const wanted = retentionShape.safeParse({ days: kept === 'ever' ? null : wholeNumber(days) });
    if (!wanted.success) return setTold({ field: wanted.error.issues[0]!.message });
    setBusy(true);
    try {
      await act(() => save(wanted.data));
      setTold({ saved: true });
    } catch (error) {
      setTold({ problem: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      className={classes.form}
      aria-label="Retention"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onChange={() => setTold(null)}
    >
      <Problem sentence={told && 'problem' in told ? told.problem : null} />
      <SentenceRadios
        title="Keep uploaded files and their rows"
        value={kept}
        onChange={setKept}
        choices={[
          { value: 'days', label: 'For some days', sentence: 'Then they are removed, within an hour.' },
          { value: 'ever', label: 'For ever', sentence: 'Nothing is removed by itself.' },
        ]}
      />
      {kept === 'days' && (
        <TextInput
          label="Days"
          description={`${keptDays.least} to ${keptDays.most}. Fewer than before takes effect on old imports too.`}
          inputMode="numeric"
          value={days}
          classNames={{ input: classes.days }}
          error={told && 'field' in told && <FieldError message={told.field} />}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={busy}>
          Save the retention
        </Button>
        <span role="status" className={classes.said}>
          {told && 'saved' in told ? 'Saved' : ''}
        </span>
      </div>
    </form>
  );
}

const wholeNumber = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN);
