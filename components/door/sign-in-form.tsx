'use client';
import { Button, Divider, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { CodeForm } from './code-form';
import classes from './door.module.css';
import { ProblemAlert } from './problem-alert';
import { useSignIn } from './use-door-form';

interface Values {
  email: string;
  password: string;
}

/** Email and password, and the second factor where the account has one. */
export function SignInForm({
  to,
  provider,
  refused,
}: {
  /** Where to go then: a path of this server. */
  to: string;
  /** The name of the single sign-on; null where there is none. */
  provider: string | null;
  /** Why the single sign-on sent the person back without having let them in. */
  refused: string | null;
}) {
  const { attempt, problem, wantsCode, startAnew } = useSignIn(to);
  const form = useForm<Values>({ defaultValues: { email: '', password: '' } });
  const { isSubmitting } = form.formState;
  if (wantsCode) return <CodeForm attempt={attempt} problem={problem} startAnew={startAnew} />;
  return (
    <>
      <h1>Sign in</h1>
      <p className={classes.lead}>Use the account your administrator gave you.</p>
      <form className={classes.fields} onSubmit={form.handleSubmit((values) => attempt('/sign-in/email', values))}>
        <ProblemAlert problem={problem ?? refused} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          {...form.register('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.register('password')}
        />
        <Button type="submit" variant="filled" h={40} fullWidth loading={isSubmitting}>
          Sign in
        </Button>
        {provider && (
          <>
            <Divider label="or" />
            <Button h={40} fullWidth onClick={() => attempt('/sign-in/social', { provider: 'oidc', callbackURL: to })}>
              Sign in with {provider}
            </Button>
          </>
        )}
      </form>
      <p className={classes.note}>
        You stay signed in on this browser for 14 days. Forgot your password? An administrator can reset it.
      </p>
    </>
  );
}
