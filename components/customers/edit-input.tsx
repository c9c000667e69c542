'use client';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { FieldError } from '@/components/shell/field-error';
import { Icon } from '@/components/shell/icon';
import type { Field } from '@/lib/customer/fields';
import { isLong } from '@/lib/customer/is-long';
import type { EditField, FormValues } from './edit-fields';
import classes from './edit-form.module.css';

const hints: Partial<Record<Field['kind'], string>> = {
  date: 'yyyy-mm-dd',
  timestamp: 'Like 2026-11-21 12:00, in UTC',
  country: 'Like Netherlands or NL',
  language: 'Like Dutch or nl',
  gender: 'M, F or U',
  phone: 'Like +31 6 5550 1234',
  offset: 'Like +01:00',
  locale: 'Like nl-NL',
  emails: 'Emails with commas between them',
  whole: 'Like 30',
  decimal: 'Like 12.50',
  json: 'Like {"size": 3}',
};
const hintsByName: Record<string, string> = {
  parent: 'The ID of a customer',
  billToCustomerId: 'ID, UUID or source ID of a customer',
  'addresses.new.type': 'Like delivery or warehouse',
};

/** One field of the form, by its kind. The message of a field is the one the review has for the same value. */
export function EditInput({
  field,
  form,
  before,
}: {
  field: EditField;
  form: UseFormReturn<FormValues>;
  before: string;
}) {
  const { key, title, kind, name } = field;
  const message = form.formState.errors[key]?.message;
  const shared = {
    id: `edit-${key}`,
    label: title,
    error: message && <FieldError message={message} />,
    ...form.register(key),
  };
  const options = optionsOf(field, before);
  if (options) return <NativeSelect {...shared} data={options} rightSection={<Icon name="down" size={14} />} />;
  const hint = hintsByName[name] ?? hints[kind];
  if (!isLong(field)) return <TextInput {...shared} placeholder={hint} autoComplete="off" />;
  return (
    <Textarea
      {...shared}
      placeholder={hint}
      className={classes.long}
      classNames={{ input: kind === 'json' ? classes.code : undefined }}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={kind !== 'json'}
    />
  );
}

/** The choices of a field that has some; what stands there now is one of them, even where it is not allowed any more. */
function optionsOf({ kind, options }: EditField, before: string): { value: string; label: string }[] | null {
  const blank = { value: '', label: 'blank' };
  if (kind === 'boolean') return [blank, { value: 'Y', label: 'Yes' }, { value: 'N', label: 'No' }];
  if (kind !== 'option') return null;
  const own = before && !options?.includes(before) ? [before] : [];
  return [blank, ...[...own, ...(options ?? [])].map((option) => ({ value: option, label: option }))];
}
