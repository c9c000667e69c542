'use client';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useAttributes } from '@/components/shell/attributes';
import { FieldError } from '@/components/shell/field-error';
import { Icon } from '@/components/shell/icon';
import type { ColumnView } from '@/lib/contracts/import-api';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { attributeField } from '@/lib/customer/attribute-field';
import { fieldGroups, fields } from '@/lib/customer/fields';
import type { ColumnMapping } from '@/lib/mapping';
import { columnLetters } from '@/lib/row';
import classes from './map-table.module.css';
import { controls } from './problem-control';

const ignore = '-';

/** All that a column can feed, in groups; one without fields is left out. */
function optionsFor(attributes: readonly AttributeDefinition[]) {
  const all = [...fields, ...attributes.map(attributeField)];
  const groups = fieldGroups.map((group) => ({
    group,
    items: all.filter((field) => field.group === group).map(({ name, label }) => ({ value: name, label })),
  }));
  const none = { group: 'This column', items: [{ value: ignore, label: 'Ignore this column' }] };
  return [none, ...groups.filter(({ items }) => items.length > 0)];
}

/** The field of a column. A field that another column feeds says so, and can be chosen all the same. */
export function FieldSelect({
  column,
  field,
  taken,
  isKey,
  problem,
  onChange,
}: {
  column: ColumnView;
  field: string | null;
  taken: ColumnMapping[];
  isKey: boolean;
  problem?: string;
  onChange: (field: string | null) => void;
}) {
  const letters = columnLetters(column.index);
  const attributes = useAttributes();
  const options = useMemo(() => optionsFor(attributes), [attributes]);
  return (
    <Select
      id={controls.field(column.index)}
      aria-label={`Field for column ${letters}, ${column.header || 'no header'}`}
      data={options}
      value={field ?? ignore}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      nothingFoundMessage="No field has this name"
      maxDropdownHeight={320}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      error={problem && <FieldError message={problem} />}
      leftSection={isKey ? <Icon name="key" size={14} label="Match key" /> : undefined}
      rightSection={<Icon name="down" size={14} />}
      // What is typed replaces the old field, also where a button or a link brought the focus here.
      onFocus={(event) => event.currentTarget.select()}
      onChange={(value) => value !== null && onChange(value === ignore ? null : value)}
      renderOption={({ option }) => {
        const other = taken.find((entry) => entry.field === option.value && entry.index !== column.index);
        return (
          <span className={classes.option}>
            {option.label}
            {other && <span>column {columnLetters(other.index)}</span>}
          </span>
        );
      }}
    />
  );
}
