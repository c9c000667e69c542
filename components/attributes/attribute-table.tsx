'use client';
import { Modal, Table, VisuallyHidden } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import listClasses from '@/components/shell/list-table.module.css';
import { useFocusKept } from '@/components/shell/use-focus-kept';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import type { AttributeActions } from './attribute-actions';
import { AttributeForm } from './attribute-form';
import { AttributeRow } from './attribute-row';
import { saveChange } from './save-attribute';

type Asked = { to: 'change' | 'remove'; attribute: AttributeDefinition };

/** All definitions, each to be changed or removed. */
export function AttributeTable({
  attributes,
  actions,
}: {
  attributes: AttributeDefinition[];
  actions: AttributeActions;
}) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState<Asked['to'] | null>(null);
  useFocusKept(attributes.length);
  // What was asked stays while its dialog fades out.
  const ask = (to: Asked['to']) => (attribute: AttributeDefinition) => {
    setAsked({ to, attribute });
    setOpened(to);
  };
  const close = () => setOpened(null);
  return (
    <>
      <Definitions attributes={attributes} onChange={ask('change')} onRemove={ask('remove')} />
      <Modal opened={opened === 'change'} onClose={close} title={`Change ${asked?.attribute.name ?? 'an attribute'}`}>
        {asked && (
          <AttributeForm
            definition={asked.attribute}
            save={saveChange(actions.changeAttribute)}
            onSaved={() => {
              close();
              router.refresh();
            }}
            onClose={close}
          />
        )}
      </Modal>
      <Confirm
        opened={opened === 'remove'}
        title={`Remove ${asked?.attribute.name ?? 'the attribute'}?`}
        keep="Keep the attribute"
        act="Remove the attribute"
        onAct={async () => {
          if (asked) await act(() => actions.removeAttribute({ name: asked.attribute.name }));
          router.refresh();
          return undefined;
        }}
        onClose={close}
      >
        Files can no longer be mapped to it, and it is no longer checked. Values that customers have stay with them.
        Define it again under the same name to use it again.
      </Confirm>
    </>
  );
}

type Ask = (attribute: AttributeDefinition) => void;

function Definitions({
  attributes,
  onChange,
  onRemove,
}: {
  attributes: AttributeDefinition[];
  onChange: Ask;
  onRemove: Ask;
}) {
  return (
    <Table className={listClasses.table} aria-label="Attributes">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Attribute</Table.Th>
          <Table.Th>Type</Table.Th>
          <Table.Th>Class</Table.Th>
          <Table.Th>Description</Table.Th>
          <Table.Th>
            <VisuallyHidden>Change or remove</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {attributes.map((attribute) => (
          <AttributeRow key={attribute.name} attribute={attribute} onChange={onChange} onRemove={onRemove} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
