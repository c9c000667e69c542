import type { ImportView } from '@/lib/contracts/import-api';
import type { Check } from './use-check';
import type { MappingDraft } from './use-mapping-draft';

/** What the rules of the import are shown and changed by. */
export interface RulesProps {
  view: ImportView;
  draft: MappingDraft;
  problemAt: Check['problemAt'];
}
