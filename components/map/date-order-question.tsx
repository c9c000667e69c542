'use client';
import { Icon } from '@/components/shell/icon';
import type { ImportView } from '@/lib/contracts/import-api';
import { dateColumns } from './date-question';
import { controls } from './problem-control';
import { SentenceRadios } from './sentence-radios';
import type { MappingDraft } from './use-mapping-draft';

const sentences = {
  dmy: '04-11-1984 is 4 November.',
  mdy: '04-11-1984 is 11 April.',
  ymd: '1984-11-04 is 4 November.',
} as const;

/** The values of the file allow more than one order of day and month; a person knows which it is. */
export function DateOrderQuestion({ view, draft }: { view: ImportView; draft: MappingDraft }) {
  const names = dateColumns(draft.mapping, view.columns)
    .map(({ header }) => header)
    .filter(Boolean);
  return (
    <SentenceRadios
      firstId={controls.dateOrder}
      title={`Order of the dates${names.length > 0 ? ` in ${names.join(', ')}` : ''}`}
      question={
        draft.dateQuestion && (
          <>
            <Icon name="help" size={14} /> {draft.dateQuestion}
          </>
        )
      }
      value={draft.mapping.dateOrder}
      onChange={(dateOrder) => draft.change({ dateOrder })}
      choices={[
        { value: 'dmy', label: 'Day first', sentence: sentences.dmy },
        { value: 'mdy', label: 'Month first', sentence: sentences.mdy },
        { value: 'ymd', label: 'Year first', sentence: sentences.ymd },
      ]}
    />
  );
}
