'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { PasswordStep } from './password-step';
import { RecoveryCodes } from './recovery-codes';

/** Recovery codes in the place of those from before. */
export function NewCodes({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const end = () => {
    onClose();
    setCodes(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={end}
      closeOnClickOutside={codes === null}
      title={codes ? 'Keep these recovery codes' : 'Make new recovery codes?'}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onClose={end} />
      ) : (
        <PasswordStep
          path="/two-factor/generate-backup-codes"
          keep="Keep the codes I have"
          act="Make new codes"
          onClose={end}
          onAnswer={({ backupCodes }) => setCodes(backupCodes ?? [])}
        >
          The codes from before stop working.
        </PasswordStep>
      )}
    </Modal>
  );
}
