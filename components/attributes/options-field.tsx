'use client';
import { Textarea } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import type { AttributeInput } from './attribute-actions';

/** The options of a list, a line each. */
export function OptionsField({ form }: { form: UseFormReturn<AttributeInput, unknown, AttributeDefinition> }) {
  const { options } = form.formState.errors;
  const message = options?.message ?? options?.find?.((each) => each)?.message;
  return (
    <Controller
      control={form.control}
      name="options"
      render={({ field: { value, onChange, ...field } }) => (
        <Textarea
          label="Options"
          description="Each on a line of its own"
          autosize
          minRows={3}
          maxRows={10}
          value={value.join('\n')}
          onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
          error={message && <FieldError message={message} />}
          {...field}
        />
      )}
    />
  );
}
