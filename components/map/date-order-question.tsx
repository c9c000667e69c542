'use client';
import type { ImportView } from '@/lib/contracts/import-api';
import { findField } from '@/lib/customer/fields';
import { SentenceRadios } from './sentence-radios';
import type { MappingDraft } from './use-mapping-draft';

const sentences = {
  dmy: '04-11-1984 is 4 November.',
  mdy: '04-11-1984 is 11 April.',
  ymd: '1984-11-04 is 4 November.',
} as const;

/** The values of the file allow more than one order of day and month; a person knows which it is. */
export function DateOrderQuestion({ view, draft }: { view: ImportView; draft: MappingDraft }) {
  const names = draft.mapping.columns
    .filter(({ field }) => field !== null && findField(field)?.kind === 'date')
    .map(({ index }) => view.columns.find((column) => column.index === index)?.header)
    .filter(Boolean);
  return (
    <SentenceRadios
      title={`Order of the dates${names.length > 0 ? ` in ${names.join(', ')}` : ''}`}
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
