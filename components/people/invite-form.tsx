'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { SentenceRadios } from '@/components/map/sentence-radios';
import { act, sentenceOf } from '@/components/shell/api';
import { FieldError } from '@/components/shell/field-error';
import { Problem } from '@/components/shell/problem';
import { roleSentences, roleWords } from '@/components/shell/role-words';
import { type Role, roles } from '@/lib/auth/permissions';
import { personEmail } from '@/lib/auth/person-fields';
import type { PeopleActions } from './people-actions';
import classes from './people-page.module.css';

export interface Invited {
  email: string;
  role: Role;
  link: string;
}

const schema = z.object({ email: personEmail, role: z.enum(roles) });
type Values = z.infer<typeof schema>;

/** Whom to invite, and as what. */
export function InviteForm({
  invite,
  onInvited,
  onClose,
}: {
  invite: PeopleActions['invitePerson'];
  onInvited: (invited: Invited) => void;
  onClose: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({ defaultValues: { email: '', role: 'editor' }, resolver: zodResolver(schema) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: Values) => {
    setProblem(null);
    try {
      const answer = await act(() => invite(values));
      if (answer.status === 'invited') return onInvited({ ...values, link: answer.link });
      form.setError('email', { message: 'Somebody has an account with this email already.' }, { shouldFocus: true });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <form noValidate className={classes.form} onSubmit={form.handleSubmit(send)} aria-label="Invite a person">
      <Problem sentence={problem} />
      <TextInput
        label="Email"
        type="email"
        autoComplete="off"
        data-autofocus
        error={errors.email?.message && <FieldError message={errors.email.message} />}
        {...form.register('email')}
      />
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <SentenceRadios
            title="Role"
            value={field.value}
            onChange={field.onChange}
            choices={roles.map((role) => ({ value: role, label: roleWords[role], sentence: roleSentences[role] }))}
          />
        )}
      />
      <Group justify="space-between">
        <Button onClick={onClose}>Invite nobody</Button>
        <Button type="submit" variant="filled" loading={isSubmitting}>
          Make an invitation link
        </Button>
      </Group>
    </form>
  );
}
