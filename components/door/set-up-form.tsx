'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { newPassword, personEmail, personName } from '@/lib/auth/person-fields';
import type { Answered } from '@/lib/contracts/action-refused';
import classes from './door.module.css';
import { NameField, NewPasswordField } from './new-person-fields';
import { ProblemAlert } from './problem-alert';
import { useSignIn } from './use-door-form';

const schema = z.object({ name: personName, email: personEmail, password: newPassword });
type Values = z.infer<typeof schema>;
type SetUp = (input: Values & { code: string }) => Promise<Answered<string>>;

/** Makes the first administrator and signs them in. */
export function SetUpForm({ code, setUp }: { code: string; setUp: SetUp }) {
  const { attempt, ask, problem, setProblem } = useSignIn('/imports');
  const form = useForm<Values>({ defaultValues: { name: '', email: '', password: '' }, resolver: zodResolver(schema) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: Values) => {
    const status = await ask(setUp({ ...values, code }));
    if (status === 'joined') return attempt('/sign-in/email', { email: values.email, password: values.password });
    if (status !== null) setProblem('Somebody else has set this desk up. Reload the page.');
  };
  return (
    <>
      <h1>Set up Import Desk</h1>
      <p className={classes.lead}>You will be the first administrator. You can invite others afterwards.</p>
      <form className={classes.fields} noValidate onSubmit={form.handleSubmit(send)}>
        <ProblemAlert problem={problem} />
        <NameField field={form.register('name')} error={errors.name} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <NewPasswordField field={form.register('password')} error={errors.password} />
        <Button type="submit" variant="filled" h={40} fullWidth loading={isSubmitting}>
          Set up and sign in
        </Button>
      </form>
    </>
  );
}
