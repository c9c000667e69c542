'use client';
import { Modal } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { PasswordStep } from './password-step';

/** Takes the second factor away, after the password was asked for. */
export function SwitchOff({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const router = useRouter();
  return (
    <Modal opened={opened} onClose={onClose} title="Switch the second factor off?">
      <PasswordStep
        path="/two-factor/disable"
        keep="Leave it on"
        act="Switch it off"
        dangerous
        onClose={onClose}
        onAnswer={() => {
          onClose();
          router.refresh();
        }}
      >
        Your password alone is then enough to sign in. The recovery codes stop working.
      </PasswordStep>
    </Modal>
  );
}
