'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import { newPassword } from '@/lib/auth/person-fields';
import classes from './account-page.module.css';
import { useAttempt } from './use-attempt';

const schema = z.object({
  currentPassword: z.string().min(1, 'Enter your present password.'),
  newPassword,
  revokeOtherSessions: z.boolean(),
});
type Values = z.infer<typeof schema>;
const blank: Values = { currentPassword: '', newPassword: '', revokeOtherSessions: true };

/** Changes the password, by the present one. */
export function PasswordSection({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  return (
    <section className={classes.section} aria-labelledby="password">
      <h2 id="password">Password</h2>
      {hasPassword ? (
        <PasswordForm email={email} />
      ) : (
        <p className={classes.lead}>You come in by single sign-on, and have no password here.</p>
      )}
    </section>
  );
}

function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const { attempt, problem } = useAttempt();
  const [said, setSaid] = useState('');
  const form = useForm<Values>({ defaultValues: blank, resolver: zodResolver(schema) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: Values) => {
    setSaid('');
    if (!(await attempt('/change-password', values))) return;
    form.reset(blank);
    setSaid(
      values.revokeOtherSessions
        ? 'The password is changed, and your other sessions are ended.'
        : 'The password is changed.',
    );
    router.refresh();
  };
  const wrong = problem?.code === 'wrong_password' ? problem.sentence : errors.currentPassword?.message;
  return (
    <>
      <p className={classes.lead}>12 characters or more. Nothing else is asked of it.</p>
      <form noValidate className={classes.form} onSubmit={form.handleSubmit(send)} aria-labelledby="password">
        <Problem sentence={wrong === problem?.sentence ? null : problem?.sentence} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          error={wrong && <FieldError message={wrong} />}
          {...form.register('currentPassword')}
        />
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          error={errors.newPassword?.message && <FieldError message={errors.newPassword.message} />}
          {...form.register('newPassword')}
        />
        <Checkbox label="Sign out everywhere else" {...form.register('revokeOtherSessions')} />
        <Button type="submit" loading={isSubmitting}>
          Change the password
        </Button>
        <p role="status" className={classes.said}>
          {said}
        </p>
      </form>
    </>
  );
}
