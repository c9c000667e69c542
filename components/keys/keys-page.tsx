import { Anchor } from '@mantine/core';
import { EmptyNote } from '@/components/shell/empty-note';
import { formatNumber } from '@/components/shell/numbers';
import { Page } from '@/components/shell/page';
import type { KeyRecord } from '@/lib/auth/account-store';
import { CreateKey } from './create-key';
import { type KeyActions, standingOf } from './key-actions';
import { KeyTable } from './key-table';
import classes from './keys-page.module.css';

/** The keys by which programs work with the API. */
export function KeysPage({ keys, now, actions }: { keys: KeyRecord[]; now: number; actions: KeyActions }) {
  const valid = keys.filter((key) => standingOf(key, now) === 'valid').length;
  if (keys.length === 0) {
    return (
      <Page title="API keys">
        <EmptyNote icon="key" title="No API keys yet" action={<CreateKey createKey={actions.createKey} />}>
          A key lets a program upload imports or read customers without a person. <ToApi />
        </EmptyNote>
      </Page>
    );
  }
  return (
    <Page title="API keys" aside={`${formatNumber(valid)} valid`} actions={<CreateKey createKey={actions.createKey} />}>
      <p className={classes.lead}>
        A program sends its key with each request: <code>Authorization: Bearer KEY</code> or <code>x-api-key: KEY</code>
        . <ToApi />
      </p>
      <KeyTable keys={keys} now={now} revokeKey={actions.revokeKey} />
    </Page>
  );
}

const ToApi = () => (
  <Anchor href="/docs/api" underline="always" inherit>
    What the API can do
  </Anchor>
);
