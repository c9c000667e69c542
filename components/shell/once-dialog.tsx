'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Icon } from './icon';
import { ShownOnce } from './shown-once';

interface Shown {
  title: string;
  label: string;
  value: string;
  warning: string;
}

/** A button that opens a form, whose outcome is a text that is shown this one time. */
export function OnceDialog<Made>({
  verb,
  form,
  show,
}: {
  /** What the button and the form say: verb and object. */
  verb: string;
  form: (onMade: (made: Made) => void, onClose: () => void) => ReactNode;
  show: (made: Made) => Shown;
}) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  const [made, setMade] = useState<Made | null>(null);
  const shown = made && show(made);
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
        {verb}
      </Button>
      <Modal opened={opened} onClose={end} closeOnClickOutside={!made} title={shown?.title ?? verb}>
        {shown ? (
          <>
            <ShownOnce label={shown.label} value={shown.value} warning={shown.warning} />
            <Button variant="filled" mt="lg" ml="auto" display="block" onClick={end}>
              I have copied the {shown.label.toLowerCase()}
            </Button>
          </>
        ) : (
          form(setMade, close)
        )}
      </Modal>
    </>
  );
}
