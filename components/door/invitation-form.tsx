'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { newPassword, personName } from '@/lib/auth/person-fields';
import type { Answered } from '@/lib/contracts/action-refused';
import classes from './door.module.css';
import { NameField, NewPasswordField } from './new-person-fields';
import { ProblemAlert } from './problem-alert';
import { useSignIn } from './use-door-form';

const schema = z.object({ name: personName, password: newPassword });
type Values = z.infer<typeof schema>;
type Take = (input: Values & { token: string }) => Promise<Answered<string>>;

const problems: Record<string, string> = {
  taken: 'Somebody already has an account with this email. Sign in with it.',
  over: 'This invitation was taken or withdrawn in the meantime. Ask for a new one.',
};

/** Takes the place that an invitation keeps, and signs in. */
export function InvitationForm({
  token,
  email,
  role,
  take,
}: {
  token: string;
  email: string;
  role: string;
  take: Take;
}) {
  const { attempt, ask, problem, setProblem } = useSignIn('/imports');
  const form = useForm<Values>({ defaultValues: { name: '', password: '' }, resolver: zodResolver(schema) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: Values) => {
    const status = await ask(take({ ...values, token }));
    if (status === 'joined') return attempt('/sign-in/email', { email, password: values.password });
    if (status !== null) setProblem(problems[status] ?? 'The server did not answer. Try again.');
  };
  return (
    <>
      <h1>Join Import Desk</h1>
      <p className={classes.lead}>
        You were invited as {role === 'viewer' ? 'a' : 'an'} {role}.
      </p>
      <form className={classes.fields} noValidate onSubmit={form.handleSubmit(send)}>
        <ProblemAlert problem={problem} />
        <TextInput label="Email" value={email} readOnly autoComplete="username" />
        <NameField field={form.register('name')} error={errors.name} />
        <NewPasswordField field={form.register('password')} error={errors.password} />
        <Button type="submit" variant="filled" h={40} fullWidth loading={isSubmitting}>
          Join and sign in
        </Button>
      </form>
    </>
  );
}
