'use client';
import { Alert, Button, Group } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import type { IntakeView, PutIntake } from '@/lib/contracts/import-api';
import { encodingWords } from './fact-words';

/** The file does not say how its letters are written, so a person looks at them once. */
export function EncodingQuestion({
  encoding,
  onAnswer,
}: {
  encoding: NonNullable<IntakeView['encoding']>;
  onAnswer: (change: PutIntake) => void;
}) {
  return (
    <Alert
      color="warning"
      icon={<Icon name="warning" />}
      mt="md"
      title="Are letters like é and ü right in the rows below?"
      role="group"
    >
      The file does not say how they are written. It was read as {encodingWords[encoding.value]}.
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => onAnswer({ encoding: encoding.value })}>
          The letters are right
        </Button>
        <Button size="xs" onClick={() => document.getElementById('encoding')?.focus()}>
          Choose another text encoding
        </Button>
      </Group>
    </Alert>
  );
}
