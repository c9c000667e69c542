import { Page } from '@/components/shell/page';
import type { Retention } from '@/lib/retention/retention';
import { RetentionForm } from './retention-form';
import classes from './retention-page.module.css';

/** How long what was uploaded is kept. */
export function RetentionPage({
  retention,
  save,
}: {
  retention: Retention;
  save: (retention: Retention) => Promise<unknown>;
}) {
  return (
    <Page title="Retention">
      <div className={classes.page}>
        <p>
          Uploaded files and their rows hold data of customers, in copies that nobody needs for long. They are removed
          when their time is over. It begins for each import when that was committed, cancelled, or failed.
        </p>
        <RetentionForm retention={retention} save={save} />
        <section aria-labelledby="goes">
          <h2 id="goes">What goes</h2>
          <p>
            The uploaded file, its rows, what was edited in them, and their plans and issues. An import that waits for
            somebody, and that nobody touched for as long, is cancelled first; its rows go when the time is over once
            more.
          </p>
        </section>
        <section aria-labelledby="stays">
          <h2 id="stays">What stays</h2>
          <p>
            The customers, and what each import changed of them. The import in the list with its numbers, and for each
            row the outcome without its content. To remove a customer from everywhere, erase the customer on its page.
          </p>
        </section>
      </div>
    </Page>
  );
}
