'use client';
import { TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import type { Field } from '@/lib/customer/fields';
import { type FormValues, keyOf } from './edit-fields';
import classes from './edit-form.module.css';

const hints: Partial<Record<Field['kind'], string>> = {
  date: 'yyyy-mm-dd',
  country: 'Like Netherlands or NL',
  language: 'Like Dutch or nl',
  gender: 'M, F or U',
  phone: 'Like +31 6 5550 1234',
  offset: 'Like +01:00',
  locale: 'Like nl-NL',
};

/** The fields of one group. The message of a field is the one the review has for the same value. */
export function EditGroup({
  group,
  fields,
  form,
}: {
  group: string;
  fields: Field[];
  form: UseFormReturn<FormValues>;
}) {
  const { register, formState } = form;
  return (
    <fieldset className={classes.group}>
      <legend>{group}</legend>
      <div className={classes.fields}>
        {fields.map((field) => {
          const key = keyOf(field.name);
          const message = formState.errors[key]?.message;
          return (
            <TextInput
              key={key}
              id={`edit-${key}`}
              label={field.address ? field.label.split(' · ')[1] : field.label}
              placeholder={hints[field.kind]}
              autoComplete="off"
              error={message && <FieldError message={message} />}
              {...register(key)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
