import classes from './door.module.css';

/** What a stranger finds who opens a desk that nobody has set up yet. */
export function NoSetUpLink({ wrong }: { wrong: boolean }) {
  return (
    <>
      <h1>This desk is not set up yet</h1>
      <p className={classes.lead}>
        {wrong ? 'The code in this address is not the right one. ' : ''}Open the set-up link that the server printed
        when it started. <code>npm run admin -- set-up-link</code> prints it again.
      </p>
    </>
  );
}
