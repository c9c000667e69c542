'use client';
import { EmptyNote } from '@/components/shell/empty-note';
import { Page } from '@/components/shell/page';
import { Time } from '@/components/shell/time';
import { useRefreshEvery } from '@/components/shell/use-refresh-every';
import type { ErasureView } from '@/lib/contracts/customer-api';

/** How often it is looked whether the last traces are gone, in ms. */
const lookEvery = 2000;

/** Stands where a customer was that is erased. */
export function ErasedPage({ erasure: { customerId, askedAt, finishedAt } }: { erasure: ErasureView }) {
  useRefreshEvery(lookEvery, finishedAt === null);
  return (
    <Page title={`Customer ${customerId}`}>
      <div role="status">
        {finishedAt === null ? (
          <EmptyNote icon="clock" title="This customer is being erased">
            The customer itself is gone since <Time value={askedAt} />. Rows of imports and files that are about it are
            looked for and removed just now.
          </EmptyNote>
        ) : (
          <EmptyNote icon="check" title="This customer was erased">
            Nothing is kept of it since <Time value={finishedAt} />.
          </EmptyNote>
        )}
      </div>
    </Page>
  );
}
