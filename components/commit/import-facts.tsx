import { DataList, Title } from '@mantine/core';
import { formatNumber } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import { type BlankRule, type Mode, matchKeyLabels } from '@/lib/mapping';

const may: Record<Mode, string> = { upsert: 'create and update', create: 'create only', update: 'update only' };
const blank: Record<BlankRule, string> = { keep: 'keeps the value', clear: 'clears the value' };

/** What was chosen on the way here. */
export function ImportFacts({ view }: { view: ImportView }) {
  const { options, file, totals } = view;
  const facts: [string, string][] = [
    ['File', file.name],
    ...(file.sheet ? [['Sheet', file.sheet] as [string, string]] : []),
    ['Rows', formatNumber(totals.rows)],
    ['Match key', options.matchKey ? matchKeyLabels[options.matchKey] : 'none'],
    ['May', may[options.mode]],
    ['Blank cell', blank[options.blank]],
    ...(options.sourceSystem ? [['Source system', options.sourceSystem] as [string, string]] : []),
  ];
  return (
    <section aria-labelledby="facts">
      <Title order={2} fz={13} lh="18px" mb={12} id="facts">
        This import
      </Title>
      <DataList labelWidth={100} gap={8} size="sm">
        {facts.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel c="var(--ink-3)">{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </section>
  );
}
