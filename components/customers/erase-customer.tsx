'use client';
import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import { usePermission } from '@/components/shell/who';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { nameOf } from './customer-name';
import classes from './erase-customer.module.css';

/** “Erase customer” with its question, for those who may. Its id or name has to be typed first. */
export function EraseCustomer({ customer }: { customer: CustomerView }) {
  const mayErase = usePermission('customers:erase');
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const [typed, setTyped] = useState('');
  if (!mayErase) return null;
  const name = nameOf(customer);
  const isTyped = [String(customer.id), name].includes(typed.trim());
  return (
    <>
      <Button variant="subtle" color="gray" onClick={open}>
        Erase customer
      </Button>
      <Confirm
        opened={opened}
        title={`Erase ${name} for good?`}
        keep="Keep the customer"
        act="Erase the customer"
        locked={!isTyped}
        onAct={async () => {
          await callApi('DELETE', `/customers/${customer.id}`);
          router.refresh();
        }}
        onClose={() => {
          setTyped('');
          close();
        }}
      >
        <div className={classes.told}>
          <p>This cannot be undone. What goes:</p>
          <ul>
            <li>the customer with its addresses and its history,</li>
            <li>
              every row about it in any import, with what was edited there; imports that are open leave those rows out,
            </li>
            <li>the uploaded files that these rows came from; they can then not be read differently any more.</li>
          </ul>
          <p>
            The totals of imports stay, and the audit log keeps that customer {customer.id} was erased, and by whom.
            Backups that were made before still have the customer. A later file with the same person makes a new one.
          </p>
          <TextInput
            label={`Type ${customer.id}, or the name, to confirm`}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      </Confirm>
    </>
  );
}
