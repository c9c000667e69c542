'use client';
import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from './api';
import { Problem } from './problem';

/** A question before something that is not taken back easily: what happens, the safe way left, the act right. */
export function Confirm({
  opened,
  title,
  keep,
  act,
  quiet,
  locked,
  onAct,
  onClose,
  children,
}: {
  opened: boolean;
  title: string;
  /** What the safe button says: what stays as it is. */
  keep: string;
  /** What the other button says: verb and object. */
  act: string;
  /** For what takes nothing away. */
  quiet?: boolean;
  /** Something has to be typed or chosen first. */
  locked?: boolean;
  /** Answers what stands against it, as a sentence; nothing where it was done. */
  onAct: () => Promise<string | undefined>;
  onClose: () => void;
  children: ReactNode;
}) {
  const [state, setState] = useState<{ busy: boolean; sentence?: string }>({ busy: false });
  const close = () => {
    setState({ busy: false });
    onClose();
  };
  const run = async () => {
    setState({ busy: true });
    try {
      const sentence = await onAct();
      if (sentence === undefined) return close();
      setState({ busy: false, sentence });
    } catch (error) {
      setState({ busy: false, sentence: sentenceOf(error) });
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={title}>
      <Text fz="md" component="div">
        {children}
      </Text>
      <Problem sentence={state.sentence} mt="sm" />
      <Group justify="space-between" mt="lg">
        <Button onClick={close} data-autofocus>
          {keep}
        </Button>
        <Button
          variant="filled"
          color={quiet ? undefined : 'var(--danger)'}
          loading={state.busy}
          disabled={locked}
          onClick={() => void run()}
        >
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
