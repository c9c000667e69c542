'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import { roleWords } from '@/components/shell/role-words';
import type { PersonRecord } from '@/lib/auth/account-store';
import { type PeopleActions, refusalOf } from './people-actions';

/** Takes somebody's access away or gives it back, after saying what happens. */
export function AccessButton({
  person: { id, name, role, disabled },
  isMe,
  changeAccess,
  tell,
}: {
  person: PersonRecord;
  isMe: boolean;
  changeAccess: PeopleActions['changeAccess'];
  tell: (told: { said?: string }) => void;
}) {
  const router = useRouter();
  const [opened, { open, close }] = useDisclosure();
  // What was asked stays in the dialog while it closes, when the list already says the new state.
  const [enabling, setEnabling] = useState(disabled);
  const change = async () => {
    const refusal = refusalOf(await act(() => changeAccess({ id, disabled: !enabling })), name);
    if (refusal === undefined) tell({ said: enabling ? `${name} can sign in again.` : `${name} is disabled.` });
    if (isMe && refusal === undefined) window.location.reload();
    else router.refresh();
    return refusal;
  };
  const verbOf = (enables: boolean) => (enables ? 'Enable' : 'Disable');
  const verb = verbOf(enabling);
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={`${verbOf(disabled)} ${name}`}
        onClick={() => {
          setEnabling(disabled);
          open();
        }}
      >
        {verbOf(disabled)}
      </Button>
      <Confirm
        opened={opened}
        title={`${verb} ${isMe ? 'yourself' : name}?`}
        keep="Leave as it was"
        act={`${verb} ${isMe ? 'yourself' : name}`}
        quiet={enabling}
        onAct={change}
        onClose={close}
      >
        {enabling ? (
          `${name} can sign in again as ${roleWords[role].toLowerCase()}, with the password from before.`
        ) : (
          <>
            {isMe ? 'You are' : `${name} is`} signed out everywhere at once and cannot sign in any more.{' '}
            {isMe
              ? 'What you did stays, with your name. API keys that you made go on working.'
              : 'What they did stays, with their name. API keys that they made go on working: revoke them under API keys.'}
          </>
        )}
      </Confirm>
    </>
  );
}
