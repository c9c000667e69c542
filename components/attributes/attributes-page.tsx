import { EmptyNote } from '@/components/shell/empty-note';
import { formatNumber } from '@/components/shell/numbers';
import { Page } from '@/components/shell/page';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import type { AttributeActions } from './attribute-actions';
import { AttributeTable } from './attribute-table';
import classes from './attributes-page.module.css';
import { DefineAttribute } from './define-attribute';

/** What customers of this desk can have besides the fields that all desks have. */
export function AttributesPage({
  attributes,
  actions,
}: {
  attributes: AttributeDefinition[];
  actions: AttributeActions;
}) {
  const define = <DefineAttribute defineAttribute={actions.defineAttribute} />;
  if (attributes.length === 0) {
    return (
      <Page title="Attributes">
        <EmptyNote icon="tag" title="No attributes yet" action={define}>
          An attribute is a field of your own, like a loyalty tier. Define it, and customers can have it.
        </EmptyNote>
      </Page>
    );
  }
  return (
    <Page title="Attributes" aside={formatNumber(attributes.length)} actions={define}>
      <p className={classes.lead}>
        Fields of your own. In spreadsheets and in the API each is called <code>attribute.NAME</code>
      </p>
      <AttributeTable attributes={attributes} actions={actions} />
    </Page>
  );
}
