'use client';
import { Button, Loader } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatCount } from '@/components/shell/numbers';
import { usePermission } from '@/components/shell/who';
import type { CustomerView } from '@/lib/contracts/customer-api';
import classes from './edit-switch.module.css';
import { EraseCustomer } from './erase-customer';

/** The rules of all fields come along with the form, so it is only loaded when somebody edits. */
const EditForm = dynamic(() => import('./edit-form').then(({ EditForm }) => EditForm), {
  ssr: false,
  loading: () => <Loader size="sm" aria-label="Opening the form" />,
});

/** Head and facts of a customer, or the form in their place. */
export function EditSwitch({
  customer,
  head,
  children,
}: {
  customer: CustomerView;
  head: ReactNode;
  children: ReactNode;
}) {
  const mayEdit = usePermission('customers:write');
  const [asked, setEditing] = useQueryState('edit', parseAsBoolean.withDefault(false));
  const editing = asked && mayEdit;
  const [saved, setSaved] = useState<number | null>(null);
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!editing && back.current) button.current?.focus();
    back.current = editing;
  }, [editing]);
  return (
    <>
      <div className={classes.head}>
        {head}
        <div className={classes.actions}>
          <span role="status" className={classes.saved}>
            {saved !== null && !editing && `Saved ${formatCount(saved, 'field')}`}
          </span>
          {!editing && <EraseCustomer customer={customer} />}
          {!editing && mayEdit && (
            <Button ref={button} onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
        </div>
      </div>
      {editing ? (
        <EditForm
          customer={customer}
          onClose={async (changed) => {
            setSaved(changed ?? null);
            // The address first: changing it drops a refresh that is still under way.
            await setEditing(null);
            router.refresh();
          }}
        />
      ) : (
        children
      )}
    </>
  );
}
