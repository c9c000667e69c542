import { Icon } from '@/components/shell/icon';
import { Time } from '@/components/shell/time';
import classes from './rows-removed.module.css';

/** Stands where the rows of an import were, once the time is over for which they are kept. */
export function RowsRemoved({ at }: { at: string }) {
  return (
    <section className={classes.root} aria-labelledby="removed">
      <Icon name="clock" size={20} />
      <div>
        <h2 id="removed">The rows of this file are not kept any more</h2>
        <p>
          They and the file were removed (<Time value={at} />
          ), as the retention setting says. The numbers of this import, and what it wrote to customers and their
          histories, stay.
        </p>
      </div>
    </section>
  );
}
