'use client';
import { Button } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { Page } from '@/components/shell/page';
import { Problem } from '@/components/shell/problem';
import { roleSentences, roleWords } from '@/components/shell/role-words';
import { useSignOut } from '@/components/shell/use-sign-out';
import type { Person } from '@/lib/auth/actor';
import type { Answered } from '@/lib/contracts/action-refused';
import classes from './account-page.module.css';
import { PasswordSection } from './password-section';
import { SecondFactorSection } from './second-factor-section';
import type { SessionView } from './session-view';
import { SessionsSection } from './sessions-section';

/** One's own account: who one is here, the password, the second factor, and where one is signed in. */
export function AccountPage({
  person,
  sessions,
  hasPassword,
  endSession,
}: {
  person: Person;
  sessions: SessionView[];
  /** False for somebody who comes in by single sign-on only. */
  hasPassword: boolean;
  endSession: (input: { id: string }) => Promise<Answered<void>>;
}) {
  const { signOut, busy, problem } = useSignOut();
  return (
    <Page
      title="Your account"
      actions={
        <Button leftSection={<Icon name="exit" />} loading={busy} onClick={() => void signOut()}>
          Sign out
        </Button>
      }
    >
      <div className={classes.page}>
        <Problem sentence={problem} mb="md" />
        <dl className={classes.facts}>
          <dt>Name</dt>
          <dd>{person.name}</dd>
          <dt>Email</dt>
          <dd>{person.email}</dd>
          <dt>Role</dt>
          <dd>
            {roleWords[person.role]}
            <span className={classes.note}>{roleSentences[person.role]}</span>
          </dd>
        </dl>
        <PasswordSection email={person.email} hasPassword={hasPassword} />
        <SecondFactorSection isOn={person.twoFactor} hasPassword={hasPassword} />
        <SessionsSection sessions={sessions} endSession={endSession} />
      </div>
    </Page>
  );
}
