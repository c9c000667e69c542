import { PageLink } from '../shell/page-link';
import classes from './review.module.css';

/** Above the rows of an import that is over: nothing is left to fix here. */
export function ImportedNote({ id }: { id: number }) {
  return (
    <p className={classes.imported}>
      Imported. This is what was reviewed; <PageLink href={`/imports/${id}/report`}>the report</PageLink> says what
      happened.
    </p>
  );
}
