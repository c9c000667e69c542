'use client';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import classes from './door.module.css';
import { ProblemAlert } from './problem-alert';

/** The second factor: the code that the app shows, or one of the recovery codes. */
export function CodeForm({
  attempt,
  problem,
  startAnew,
}: {
  attempt: (path: string, body: object) => Promise<void>;
  problem: string | null;
  startAnew: () => void;
}) {
  const [recovery, setRecovery] = useState(false);
  const form = useForm({ defaultValues: { code: '' } });
  const path = recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
  const change = () => {
    setRecovery(!recovery);
    form.reset();
  };
  return (
    <>
      <h1>One more step</h1>
      <p className={classes.lead}>
        {recovery
          ? 'Enter one of the recovery codes that you kept.'
          : 'Enter the code that your authenticator app shows.'}
      </p>
      <form className={classes.fields} onSubmit={form.handleSubmit(({ code }) => attempt(path, { code: code.trim() }))}>
        <ProblemAlert problem={problem} />
        <TextInput
          key={path}
          label={recovery ? 'Recovery code' : 'Code'}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          {...form.register('code')}
        />
        <Button type="submit" variant="filled" h={40} fullWidth loading={form.formState.isSubmitting}>
          Sign in
        </Button>
        <Button variant="subtle" onClick={change}>
          {recovery ? 'Use the authenticator app' : 'Use a recovery code'}
        </Button>
        <Button variant="subtle" color="gray" onClick={startAnew}>
          Sign in as someone else
        </Button>
      </form>
    </>
  );
}
