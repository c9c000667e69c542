'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useAttributes } from '@/components/shell/attributes';
import { formatCount } from '@/components/shell/numbers';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { editFields, editGroups, editSchema, type FormValues, formValues } from './edit-fields';
import classes from './edit-form.module.css';
import { EditGroup } from './edit-group';
import { EditSummary } from './edit-summary';
import { useSaveCustomer } from './use-save-customer';

/** All fields of a customer to be changed by hand. Only what differs is sent. */
export function EditForm({
  customer,
  onClose,
}: {
  customer: CustomerView;
  /** With how many fields were saved; without a number where nothing was. */
  onClose: (changed?: number) => void;
}) {
  const attributes = useAttributes();
  const model = useMemo(() => {
    const fields = editFields(customer, attributes);
    const valuesOf = (now: CustomerView) => formValues(now, fields, attributes);
    const before = valuesOf(customer);
    return { fields, valuesOf, before, groups: editGroups(fields), resolver: zodResolver(editSchema(fields, before)) };
  }, [customer, attributes]);
  const form = useForm<FormValues>({
    defaultValues: model.before,
    resolver: model.resolver,
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const { save, problem } = useSaveCustomer(customer, model, form, onClose);
  const { dirtyFields, errors, isSubmitting, submitCount } = form.formState;
  const changed = Object.keys(dirtyFields).length;
  return (
    <form onSubmit={form.handleSubmit(save)} noValidate className={classes.root} aria-label="Edit the customer">
      <EditSummary key={submitCount} fields={model.fields} errors={errors} problem={problem} attempt={submitCount} />
      {model.groups.map((group) => (
        <EditGroup key={group.section} {...group} form={form} before={model.before} />
      ))}
      <div className={classes.actions}>
        <Button size="md" onClick={() => onClose()}>
          Leave as it was
        </Button>
        <Button type="submit" variant="filled" size="md" loading={isSubmitting} disabled={changed === 0}>
          {changed === 0 ? 'Save fields' : `Save ${formatCount(changed, 'field')}`}
        </Button>
      </div>
    </form>
  );
}
