'use client';
import { Select, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import { Icon } from '@/components/shell/icon';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import type { AttributeInput } from './attribute-actions';
import { typeChoices } from './attribute-words';

/** What is said of an attribute once and for all. */
export function NewAttributeFields({ form }: { form: UseFormReturn<AttributeInput, unknown, AttributeDefinition> }) {
  const { errors } = form.formState;
  return (
    <>
      <TextInput
        label="Name"
        description="Letters from A to Z, digits, _ and -, like LOYALTY_TIER. It cannot be changed later."
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        error={errors.name?.message && <FieldError message={errors.name.message} />}
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="type"
        render={({ field }) => (
          <Select
            label="Type"
            description="How a value is checked. It cannot be changed later."
            data={typeChoices}
            value={field.value}
            allowDeselect={false}
            rightSection={<Icon name="down" size={14} />}
            onChange={(value) => field.onChange(value)}
          />
        )}
      />
      <TextInput
        label="Class"
        description="Only where a program sends one with the attribute. It cannot be changed later."
        autoComplete="off"
        spellCheck={false}
        error={errors.class?.message && <FieldError message={errors.class.message} />}
        {...form.register('class')}
      />
    </>
  );
}
