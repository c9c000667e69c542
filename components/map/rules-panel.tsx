'use client';
import { Icon } from '@/components/shell/icon';
import { DateOrderQuestion } from './date-order-question';
import { KeyChoice } from './key-choice';
import classes from './rules-panel.module.css';
import type { RulesProps } from './rules-props';
import { SentenceRadios } from './sentence-radios';

/** The rules of the import: how a row finds its customer, what may happen, what a blank cell means. */
export function RulesPanel({ view, draft, problemAt }: RulesProps) {
  const { mapping, change } = draft;
  return (
    <aside className={classes.root} aria-label="Rules of the import">
      {draft.asksDateOrder && <DateOrderQuestion view={view} draft={draft} />}
      <KeyChoice view={view} draft={draft} problemAt={problemAt} />
      <SentenceRadios
        title="What may happen"
        value={mapping.mode}
        onChange={(mode) => change({ mode })}
        choices={[
          { value: 'upsert', label: 'Create and update', sentence: 'New customers are added, known ones updated.' },
          { value: 'create', label: 'Create only', sentence: 'Known customers are left alone.' },
          { value: 'update', label: 'Update only', sentence: 'Unknown rows are skipped.' },
        ]}
      />
      <SentenceRadios
        title="What a blank cell means"
        value={mapping.blank}
        onChange={(blank) => change({ blank })}
        choices={[
          { value: 'keep', label: 'Keep what the customer has', sentence: 'A blank cell changes nothing.' },
          { value: 'clear', label: 'Clear the field', sentence: 'A blank cell empties it.' },
        ]}
      />
      {draft.problems.length === 0 && !draft.dateQuestion && (
        <p className={classes.ready}>
          <Icon name="check" />
          Every required field has a column.
        </p>
      )}
    </aside>
  );
}
