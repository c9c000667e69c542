'use client';
import { Modal } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CodeStep } from './code-step';
import { PasswordStep } from './password-step';
import { RecoveryCodes } from './recovery-codes';

type Step = { at: 'password' } | { at: 'code'; uri: string; codes: string[] } | { at: 'codes'; codes: string[] };

/** From the password to the app and its first code, and on to the recovery codes. */
export function SetUpFactor({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const router = useRouter();
  const [step, setStep] = useState<Step>({ at: 'password' });
  const end = () => {
    onClose();
    if (step.at === 'codes') router.refresh();
    setStep({ at: 'password' });
  };
  return (
    <Modal
      opened={opened}
      onClose={end}
      closeOnClickOutside={step.at === 'password'}
      title={step.at === 'codes' ? 'Keep these recovery codes' : 'Set up a second factor'}
    >
      {step.at === 'password' && (
        <PasswordStep
          path="/two-factor/enable"
          keep="Leave as it was"
          act="Go on"
          onClose={end}
          onAnswer={({ totpURI, backupCodes }) => setStep({ at: 'code', uri: totpURI ?? '', codes: backupCodes ?? [] })}
        >
          You need an authenticator app on your phone. Nothing changes before you have entered its first code.
        </PasswordStep>
      )}
      {step.at === 'code' && (
        <CodeStep uri={step.uri} onClose={end} onRight={() => setStep({ at: 'codes', codes: step.codes })} />
      )}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} onClose={end} />}
    </Modal>
  );
}
