import { inSentence } from '@/components/shell/in-sentence';
import { formatCount, formatSize, formatSizeOf } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import { matchKeyLabels } from '@/lib/mapping';

const modeWords = { upsert: 'create and update', create: 'create only', update: 'update only' } as const;

/** The line below the name of an import: `sheet Blad1 · by debtor ID · create and update`. */
export function describeImport(view: ImportView): string {
  const { file, options, columns, progress, state } = view;
  if (state === 'reading') {
    return progress.done > 0 && progress.total ? formatSizeOf(progress.done, progress.total) : formatSize(file.size);
  }
  if (state === 'failed') return 'could not be read';
  if (state === 'mapping') return `${formatCount(columns.length, 'column')} · ${formatSize(file.size)}`;
  const parts = [file.format === 'xlsx' && file.sheet ? `sheet ${file.sheet}` : null];
  if (options.matchKey) parts.push(`by ${inSentence(matchKeyLabels[options.matchKey])}`, modeWords[options.mode]);
  return parts.filter(Boolean).join(' · ') || formatSize(file.size);
}
