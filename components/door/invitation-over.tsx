import { Anchor } from '@mantine/core';
import classes from './door.module.css';

/** What stands where an invitation was. */
export function InvitationOver() {
  return (
    <>
      <h1>This invitation is over</h1>
      <p className={classes.lead}>
        It was taken, withdrawn, or is older than seven days. Ask an administrator for a new link, or{' '}
        <Anchor href="/sign-in" inherit underline="always">
          sign in
        </Anchor>
        .
      </p>
    </>
  );
}
