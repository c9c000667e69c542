'use client';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import classes from './account-page.module.css';
import { QrCode } from './qr-code';
import { useAttempt } from './use-attempt';

/** What the app needs, and its first code, which proves that it has it. */
export function CodeStep({ uri, onRight, onClose }: { uri: string; onRight: () => void; onClose: () => void }) {
  const { attempt, problem } = useAttempt();
  const form = useForm({ defaultValues: { code: '' } });
  const wrong = problem?.code === 'wrong_code' ? problem.sentence : null;
  return (
    <form
      className={classes.steps}
      onSubmit={form.handleSubmit(async ({ code }) => {
        if (await attempt('/two-factor/verify-totp', { code: code.replace(/\s/g, '') })) onRight();
        else form.setFocus('code', { shouldSelect: true });
      })}
    >
      <p>Scan this with the app, or type the key into it.</p>
      <QrCode text={uri} label="QR code for the authenticator app" className={classes.code} />
      <Textarea
        label="Key"
        autosize
        value={new URL(uri).searchParams.get('secret') ?? ''}
        readOnly
        classNames={{ input: classes.secret }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Problem sentence={wrong ? null : problem?.sentence} />
      <TextInput
        label="Code that the app shows now"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        autoFocus
        maxLength={10}
        error={wrong && <FieldError message={wrong} />}
        {...form.register('code')}
      />
      <Group justify="space-between">
        <Button onClick={onClose}>Leave it off</Button>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          Switch the second factor on
        </Button>
      </Group>
    </form>
  );
}
