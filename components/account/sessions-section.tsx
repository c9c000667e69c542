'use client';
import { Badge, Button, Table, VisuallyHidden } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act, sentenceOf } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import listClasses from '@/components/shell/list-table.module.css';
import { formatCount } from '@/components/shell/numbers';
import { Problem } from '@/components/shell/problem';
import { Time } from '@/components/shell/time';
import { useFocusKept } from '@/components/shell/use-focus-kept';
import type { Answered } from '@/lib/contracts/action-refused';
import classes from './account-page.module.css';
import type { SessionView } from './session-view';
import { useAttempt } from './use-attempt';

/** Where somebody is signed in; each can be ended. */
export function SessionsSection({
  sessions,
  endSession,
}: {
  sessions: SessionView[];
  endSession: (input: { id: string }) => Promise<Answered<void>>;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  useFocusKept(sessions.length);
  const end = async (id: string) => {
    setProblem(undefined);
    await act(() => endSession({ id })).catch((error) => setProblem(sentenceOf(error)));
    router.refresh();
  };
  return (
    <section className={classes.section} aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <Problem sentence={problem} mt="sm" />
      <Table className={listClasses.table} aria-labelledby="sessions" mt={12}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Browser</Table.Th>
            <Table.Th>Address</Table.Th>
            <Table.Th>Signed in</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>
              <VisuallyHidden>End</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td className={listClasses.main}>
                <b>{session.browser}</b>
              </Table.Td>
              <Table.Td>{session.address}</Table.Td>
              <Table.Td className={listClasses.nowrap}>
                <span className={listClasses.label}>signed in </span>
                <Time value={session.begunAt} />
              </Table.Td>
              <Table.Td className={listClasses.nowrap}>
                <span className={listClasses.label}>last used </span>
                {session.isThis ? 'now' : <Time value={session.usedAt} />}
              </Table.Td>
              <Table.Td className={listClasses.actions}>
                {session.isThis ? (
                  <Badge>This browser</Badge>
                ) : (
                  <Button
                    size="xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`End the session in ${session.browser}`}
                    onClick={() => void end(session.id)}
                  >
                    End
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <EndMany others={sessions.length - 1} />
    </section>
  );
}

function EndMany({ others }: { others: number }) {
  const router = useRouter();
  const { attempt, problem, forget } = useAttempt();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Problem sentence={asked ? null : problem?.sentence} mt="sm" />
      <div className={classes.buttons}>
        {others > 0 && (
          <Button onClick={async () => (await attempt('/revoke-other-sessions', {})) && router.refresh()}>
            End {formatCount(others, 'other session')}
          </Button>
        )}
        <Button
          onClick={() => {
            forget();
            setAsked(true);
          }}
        >
          Sign out everywhere
        </Button>
      </div>
      <Confirm
        opened={asked}
        title="Sign out everywhere?"
        keep="Stay signed in"
        act="Sign out everywhere"
        onAct={async () => {
          if (!(await attempt('/revoke-sessions', {}))) return 'The sessions could not be ended. Try again.';
          window.location.assign('/sign-in');
          return undefined;
        }}
        onClose={() => setAsked(false)}
      >
        Every browser in which you are signed in asks for your password again, this one too.
      </Confirm>
    </>
  );
}
