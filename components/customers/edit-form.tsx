'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { formatCount } from '@/components/shell/numbers';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { editGroups, editSchema, type FormValues, formValues } from './edit-fields';
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
  const form = useForm<FormValues>({
    defaultValues: formValues(customer),
    resolver: zodResolver(editSchema),
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const { save, problem } = useSaveCustomer(customer, form, onClose);
  const { dirtyFields, errors, isSubmitting, submitCount } = form.formState;
  const changed = Object.keys(dirtyFields).length;
  return (
    <form onSubmit={form.handleSubmit(save)} noValidate className={classes.root} aria-label="Edit the customer">
      <EditSummary key={submitCount} errors={errors} problem={problem} attempt={submitCount} />
      {editGroups.map(({ group, fields }) => (
        <EditGroup key={group} group={group} fields={fields} form={form} />
      ))}
      <div className={classes.actions}>
        <Button onClick={() => onClose()}>Leave as it was</Button>
        <Button type="submit" variant="filled" size="md" loading={isSubmitting} disabled={changed === 0}>
          {changed === 0 ? 'Save fields' : `Save ${formatCount(changed, 'field')}`}
        </Button>
      </div>
    </form>
  );
}
