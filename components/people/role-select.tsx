'use client';
import { Select } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act, sentenceOf } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import { Icon } from '@/components/shell/icon';
import { roleSentences, roleWords } from '@/components/shell/role-words';
import type { PersonRecord } from '@/lib/auth/account-store';
import { type Role, roles } from '@/lib/auth/permissions';
import { type PeopleActions, refusalOf } from './people-actions';
import classes from './people-page.module.css';

const options = roles.map((role) => ({ value: role, label: roleWords[role] }));

/** What a person may do. One's own role is asked about first, because there may be no way back. */
export function RoleSelect({
  person: { id, name, role },
  isMe,
  changeRole,
  tell,
}: {
  person: PersonRecord;
  isMe: boolean;
  changeRole: PeopleActions['changeRole'];
  tell: (told: { said?: string; problem?: string }) => void;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Role | null>(null);
  const change = async (to: Role): Promise<string | undefined> => {
    const refusal = refusalOf(await act(() => changeRole({ id, role: to })), name);
    // With another role of one's own nothing that is open may be right any more.
    if (isMe && refusal === undefined) window.location.reload();
    else router.refresh();
    if (refusal === undefined) tell({ said: `${name} is ${roleWords[to]} now.` });
    return refusal;
  };
  const choose = async (to: Role) => {
    if (to === role) return;
    if (isMe) return setAsked(to);
    setBusy(true);
    tell({});
    const problem = await change(to).catch(sentenceOf);
    setBusy(false);
    if (problem !== undefined) tell({ problem });
  };
  return (
    <>
      <Select
        aria-label={`Role of ${name}`}
        className={classes.role}
        data={options}
        value={role}
        allowDeselect={false}
        disabled={busy}
        rightSection={<Icon name="down" size={14} />}
        onChange={(value) => void choose(value as Role)}
      />
      {isMe && (
        <Confirm
          opened={asked !== null}
          title="Change your own role?"
          keep="Leave as it was"
          act={`Become ${roleWords[asked ?? role].toLowerCase()}`}
          onAct={() => change(asked ?? role)}
          onClose={() => setAsked(null)}
        >
          {roleSentences[asked ?? role]} Only another administrator can make you an administrator again.
        </Confirm>
      )}
    </>
  );
}
