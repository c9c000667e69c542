'use client';
import { Select, TextInput } from '@mantine/core';
import { FieldError } from '@/components/shell/field-error';
import { Icon } from '@/components/shell/icon';
import { findField } from '@/lib/customer/fields';
import { type MatchKey, matchKeyLabels } from '@/lib/mapping';
import { describeKey, usableKeys } from './match-keys';
import { controls } from './problem-control';
import classes from './rules-panel.module.css';
import type { RulesProps } from './rules-props';

/** By which field a row finds its customer, among those that have a column; and the source system where no column says it. */
export function KeyChoice({ view, draft, problemAt }: RulesProps) {
  const [keyProblem, systemProblem] = [problemAt(controls.matchKey), problemAt(controls.sourceSystem)];
  const { mapping, change, asksSourceSystem } = draft;
  const usable = usableKeys(mapping.columns);
  const chosen = mapping.matchKey && usable.includes(mapping.matchKey) ? mapping.matchKey : null;
  return (
    <section>
      <Select
        id={controls.matchKey}
        label="How a row finds its customer"
        data={usable.map((key) => ({ value: key, label: matchKeyLabels[key] }))}
        value={chosen}
        placeholder="Choose a field"
        nothingFoundMessage="No column feeds ID, Source ID, Debtor ID or Email yet"
        allowDeselect={false}
        leftSection={<Icon name="key" size={14} />}
        rightSection={<Icon name="down" size={14} />}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={keyProblem && <FieldError message={keyProblem} />}
        description={
          <span className={classes.sentence}>
            {chosen
              ? describeKey(chosen, mapping.columns, view.columns)
              : 'Match a column to ID, Source ID, Debtor ID or Email: one of them is needed.'}
          </span>
        }
        onChange={(value) => value !== null && change({ matchKey: value as MatchKey })}
      />
      {asksSourceSystem && (
        <TextInput
          id={controls.sourceSystem}
          mt="md"
          label="Source system"
          description="The name of the system the source IDs come from. It is the same for every row."
          value={mapping.sourceSystem ?? ''}
          error={systemProblem && <FieldError message={systemProblem} />}
          maxLength={findField('sourceSystem')?.max}
          onChange={(event) => change({ sourceSystem: event.currentTarget.value || null })}
        />
      )}
    </section>
  );
}
