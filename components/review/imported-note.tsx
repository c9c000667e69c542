import Link from 'next/link';
import classes from './review.module.css';

/** Above the rows of an import that is over: nothing is left to fix here. */
export function ImportedNote({ id }: { id: number }) {
  return (
    <p className={classes.imported}>
      Imported. This is what was reviewed; <Link href={`/imports/${id}/report`}>the report</Link> says what happened.
    </p>
  );
}
