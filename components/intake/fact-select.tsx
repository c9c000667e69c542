'use client';
import { Select } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import classes from './fact-selects.module.css';

/** One fact: what was found, why, and other choices. After the commit it is only told. */
export function FactSelect({
  id,
  label,
  found,
  options,
  placeholder,
  changeable,
  busy,
  onChange,
}: {
  id?: string;
  label: string;
  found: { value: string | null; evidence: string };
  options: { value: string; label: string }[];
  placeholder?: string;
  changeable: boolean;
  busy: boolean;
  onChange: (value: string) => void;
}) {
  const evidence = found.evidence && (
    <span className={classes.evidence}>
      <Icon name="auto" size={14} />
      {found.evidence}
    </span>
  );
  if (!changeable) {
    return (
      <div>
        <p className={classes.label}>{label}</p>
        <p className={classes.value}>
          {options.find(({ value }) => value === found.value)?.label ?? found.value ?? placeholder}
        </p>
        {evidence}
      </div>
    );
  }
  return (
    <Select
      id={id}
      label={label}
      data={options}
      value={found.value}
      placeholder={placeholder}
      allowDeselect={false}
      readOnly={busy}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      rightSection={<Icon name="down" size={14} />}
      inputWrapperOrder={['label', 'input', 'description']}
      description={evidence}
      onChange={(value) => value !== null && value !== found.value && onChange(value)}
    />
  );
}
