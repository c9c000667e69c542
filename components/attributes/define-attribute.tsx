'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { Icon } from '@/components/shell/icon';
import type { AttributeActions } from './attribute-actions';
import { AttributeForm } from './attribute-form';
import { saveNew } from './save-attribute';

/** The button with the form for a new attribute. */
export function DefineAttribute({ defineAttribute }: { defineAttribute: AttributeActions['defineAttribute'] }) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="filled" size="md" leftSection={<Icon name="plus" />} onClick={open}>
        Define an attribute
      </Button>
      <Modal opened={opened} onClose={close} title="Define an attribute">
        <AttributeForm
          save={saveNew(defineAttribute)}
          onSaved={() => {
            close();
            router.refresh();
          }}
          onClose={close}
        />
      </Modal>
    </>
  );
}
