'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
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
  const change = async () => {
    const refusal = refusalOf(await act(() => changeAccess({ id, disabled: !disabled })), name);
    if (refusal === undefined) tell({ said: disabled ? `${name} can sign in again.` : `${name} is disabled.` });
    router.refresh();
    return refusal;
  };
  const verb = disabled ? 'Enable' : 'Disable';
  return (
    <>
      <Button size="xs" variant="subtle" color="gray" onClick={open} aria-label={`${verb} ${name}`}>
        {verb}
      </Button>
      <Confirm
        opened={opened}
        title={`${verb} ${isMe ? 'yourself' : name}?`}
        keep="Leave as it was"
        act={`${verb} ${isMe ? 'yourself' : name}`}
        quiet={disabled}
        onAct={change}
        onClose={close}
      >
        {disabled ? (
          `${name} can sign in again as ${roleWords[role].toLowerCase()}, with the password from before.`
        ) : (
          <>
            {isMe ? 'You are' : `${name} is`} signed out everywhere at once and cannot sign in any more. What they did
            stays, with their name. API keys that they made go on working: revoke them under API keys.
          </>
        )}
      </Confirm>
    </>
  );
}
