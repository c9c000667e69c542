'use client';
import { NavLink, Tooltip } from '@mantine/core';
import { isAt } from './destinations';
import { Icon } from './icon';
import { initialsOf } from './initials';
import classes from './navigation.module.css';
import { PageLink } from './page-link';
import { roleWords } from './role-words';
import { useSignOut } from './use-sign-out';
import { useWho } from './who';

/** Who is signed in, which leads to their account, and the way out. */
export function AccountLinks({ path, rail }: { path: string; rail: boolean }) {
  const { name, role } = useWho();
  const { signOut, busy, problem } = useSignOut();
  return (
    <>
      <Tooltip label={problem ?? 'Sign out'} position="right" disabled={!rail}>
        <NavLink
          component="button"
          type="button"
          disabled={busy}
          aria-label={rail ? 'Sign out' : undefined}
          label={rail ? undefined : 'Sign out'}
          leftSection={<Icon name="exit" />}
          onClick={() => void signOut()}
          styles={{ root: { height: rail ? 36 : 32 } }}
          classNames={{ root: classes.link, section: classes.section, label: classes.label, body: classes.body }}
        />
      </Tooltip>
      {problem && !rail && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <Tooltip label={`${name}, your account`} position="right" disabled={!rail}>
        <PageLink
          href="/account"
          className={classes.account}
          aria-current={isAt(path, '/account') ? 'page' : undefined}
          aria-label={rail ? accountLabel(name) : undefined}
        >
          <span className={classes.initials} aria-hidden="true">
            {initialsOf(name)}
          </span>
          {!rail && (
            <span className={classes.person}>
              <b title={name}>{name}</b>
              <span>{roleWords[role]}</span>
            </span>
          )}
        </PageLink>
      </Tooltip>
    </>
  );
}

/** The way to the account on the phone, where the navigation has no room for it. */
export function AccountIcon() {
  const { name } = useWho();
  return (
    <PageLink href="/account" aria-label={accountLabel(name)} className={classes.accountIcon}>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(name)}
      </span>
    </PageLink>
  );
}

/** With the letters that are seen, so that who speaks to their computer can say them (WCAG 2.5.3). */
function accountLabel(name: string): string {
  const initials = initialsOf(name);
  return initials === '' ? 'Your account' : `Your account (${initials})`;
}
