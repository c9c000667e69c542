'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { ShownOnce } from '@/components/shell/shown-once';
import type { KeyActions } from './key-actions';
import { KeyForm } from './key-form';

/** Makes a key and shows it, once. */
export function CreateKey({ createKey }: { createKey: KeyActions['createKey'] }) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const end = () => {
    close();
    if (made) router.refresh();
  };
  return (
    <>
      <Button
        variant="filled"
        size="md"
        leftSection={<Icon name="plus" />}
        onClick={() => {
          setMade(null);
          open();
        }}
      >
        Make an API key
      </Button>
      <Modal
        opened={opened}
        onClose={end}
        closeOnClickOutside={!made}
        title={made ? `The API key ${made.name}` : 'Make an API key'}
      >
        {made ? (
          <>
            <ShownOnce
              label="Key"
              value={made.key}
              warning="This key is shown only now. Keep it where only the program can read it; it is as good as a password."
            />
            <Button variant="filled" mt="lg" ml="auto" display="block" onClick={end}>
              I have copied the key
            </Button>
          </>
        ) : (
          <KeyForm createKey={createKey} onMade={setMade} onClose={close} />
        )}
      </Modal>
    </>
  );
}
