'use client';
import { Button, Group, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import classes from './account-page.module.css';
import { type Answer, useAttempt } from './use-attempt';

/** Asks for the password before something is changed about the second factor. */
export function PasswordStep({
  path,
  keep,
  act,
  dangerous,
  onAnswer,
  onClose,
  children,
}: {
  /** What the sign-in is asked for. */
  path: string;
  keep: string;
  act: string;
  dangerous?: boolean;
  onAnswer: (answer: Answer) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { attempt, problem } = useAttempt();
  const form = useForm({ defaultValues: { password: '' } });
  const wrong = problem?.code === 'wrong_password' ? problem.sentence : null;
  return (
    <form
      className={classes.steps}
      onSubmit={form.handleSubmit(async ({ password }) => {
        const answer = await attempt(path, { password });
        if (answer) onAnswer(answer);
        else form.setFocus('password', { shouldSelect: true });
      })}
    >
      <p>{children}</p>
      <Problem sentence={wrong ? null : problem?.sentence} />
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        error={wrong && <FieldError message={wrong} />}
        {...form.register('password')}
      />
      <Group justify="space-between">
        <Button onClick={onClose}>{keep}</Button>
        <Button
          type="submit"
          variant="filled"
          color={dangerous ? 'var(--danger)' : undefined}
          loading={form.formState.isSubmitting}
        >
          {act}
        </Button>
      </Group>
    </form>
  );
}
