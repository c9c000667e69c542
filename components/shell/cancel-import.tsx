'use client';
import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ImportView } from '@/lib/contracts/import-api';
import { callApi, sentenceOf } from './api';
import { Icon } from './icon';

/** “Cancel import” with its question. Before the commit nothing has been written, so nothing has to be taken back. */
export function CancelImport({ view }: { view: ImportView }) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const [state, setState] = useState<{ busy: boolean; sentence?: string }>({ busy: false });
  const cancel = async () => {
    setState({ busy: true });
    try {
      await callApi('DELETE', `/imports/${view.id}`);
      router.push('/imports');
      router.refresh();
    } catch (error) {
      setState({ busy: false, sentence: sentenceOf(error) });
    }
  };
  return (
    <>
      <Button variant="subtle" color="gray" onClick={open}>
        Cancel import
      </Button>
      <Modal opened={opened} onClose={close} title={`Cancel the import of ${view.file.name}?`}>
        <Text fz="md">Nothing has been written to your customers. What you matched and edited here is given up.</Text>
        {state.sentence && (
          <Alert color="error" icon={<Icon name="error" />} mt="sm" role="alert">
            {state.sentence}
          </Alert>
        )}
        <Group justify="space-between" mt="lg">
          <Button onClick={close} data-autofocus>
            Keep the import
          </Button>
          <Button variant="filled" color="var(--danger)" loading={state.busy} onClick={cancel}>
            Cancel the import
          </Button>
        </Group>
      </Modal>
    </>
  );
}
