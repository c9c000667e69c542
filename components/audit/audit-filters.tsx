'use client';
import { Button, Select, TextInput } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { auditActions, auditObjects } from '@/lib/auth/audit-actions';
import classes from './audit-page.module.css';
import { objectWords } from './audit-words';
import { DayField } from './day-field';
import { useAuditFilter } from './use-audit-filter';

const actions = Object.entries(auditActions)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label));
const objects = auditObjects.map((value) => ({ value, label: objectWords(value) }));
/** Who can stand in the log besides people and keys. */
const others = ['The shell', 'Nobody'];

/** Which entries are shown. The URL holds it, and the server answers it. */
export function AuditFilters({ actors }: { actors: string[] }) {
  const { filter, set, busy } = useAuditFilter();
  const who = [...new Set([...actors, ...others, ...(filter.actor ? [filter.actor] : [])])];
  const common = { clearable: true, searchable: true, rightSectionWidth: 28, placeholder: 'Any' } as const;
  return (
    <search className={classes.filters} aria-busy={busy}>
      <Select
        {...common}
        label="What"
        data={actions}
        value={filter.action}
        nothingFoundMessage="Nothing is called so"
        onChange={(action) => set({ action })}
        className={classes.wide}
      />
      <Select
        {...common}
        label="Who"
        data={who}
        value={filter.actor}
        nothingFoundMessage="Nobody is called so"
        onChange={(actor) => set({ actor })}
        className={classes.wide}
      />
      <Select
        {...common}
        searchable={false}
        label="On"
        data={objects}
        value={filter.objectKind}
        onChange={(objectKind) => set({ objectKind })}
      />
      <TextInput
        label="Its ID"
        placeholder="Any"
        value={filter.objectId}
        maxLength={100}
        onChange={(event) => set({ objectId: event.currentTarget.value || null })}
      />
      <DayField label="From" value={filter.from} end={false} onChange={(from) => set({ from })} />
      <DayField label="To" value={filter.to} end onChange={(to) => set({ to })} />
      {Object.values(filter).some(Boolean) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Icon name="x" size={14} />}
          onClick={() => set({ action: null, actor: null, objectKind: null, objectId: null, from: null, to: null })}
        >
          Show all
        </Button>
      )}
    </search>
  );
}
