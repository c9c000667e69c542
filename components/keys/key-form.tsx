'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { act, sentenceOf } from '@/components/shell/api';
import { FieldError } from '@/components/shell/field-error';
import { Icon } from '@/components/shell/icon';
import { Problem } from '@/components/shell/problem';
import { keyDays, type NewKey, newKey } from '@/lib/auth/key-fields';
import { scopes } from '@/lib/auth/permissions';
import type { KeyActions } from './key-actions';
import classes from './keys-page.module.css';
import { scopeWords } from './scope-words';

const expiries = keyDays.map((days) => ({ value: String(days), label: days === null ? 'Never' : `In ${days} days` }));

/** What a new key is called, what it may do, and how long. */
export function KeyForm({
  createKey,
  onMade,
  onClose,
}: {
  createKey: KeyActions['createKey'];
  onMade: (made: { name: string; key: string }) => void;
  onClose: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<NewKey>({ defaultValues: { name: '', scopes: [], days: 365 }, resolver: zodResolver(newKey) });
  const { errors, isSubmitting } = form.formState;
  const send = async (values: NewKey) => {
    setProblem(null);
    try {
      onMade({ name: values.name, key: await act(() => createKey(values)) });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <form noValidate className={classes.form} onSubmit={form.handleSubmit(send)} aria-label="Make an API key">
      <Problem sentence={problem} />
      <TextInput
        label="Name"
        description="What the program is called, so that you know it again"
        autoComplete="off"
        data-autofocus
        error={errors.name?.message && <FieldError message={errors.name.message} />}
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="scopes"
        render={({ field: { ref, ...field } }) => (
          <Checkbox.Group
            label="What it may do"
            error={errors.scopes?.message && <FieldError message={errors.scopes.message} />}
            {...field}
          >
            <div className={classes.scopes}>
              {scopes.map((scope, at) => (
                <Checkbox
                  key={scope}
                  ref={at === 0 ? ref : undefined}
                  value={scope}
                  label={scopeWords[scope].label}
                  description={scopeWords[scope].sentence}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      <Controller
        control={form.control}
        name="days"
        render={({ field }) => (
          <Select
            label="Expires"
            data={expiries}
            value={String(field.value)}
            allowDeselect={false}
            rightSection={<Icon name="down" size={14} />}
            onChange={(value) => field.onChange(value === 'null' ? null : Number(value))}
          />
        )}
      />
      <Group justify="space-between">
        <Button onClick={onClose}>Make no key</Button>
        <Button type="submit" variant="filled" loading={isSubmitting}>
          Make the API key
        </Button>
      </Group>
    </form>
  );
}
