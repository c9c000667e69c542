'use client';
import { TextInput } from '@mantine/core';
import { useMounted } from '@/components/shell/use-mounted';
import { dayOf, momentOf } from './day';

/** A day of the browser's zone. The address holds the moment at which it begins or, as the `end` of a time, is over. */
export function DayField({
  label,
  value,
  end,
  onChange,
}: {
  label: string;
  value: string | null;
  end: boolean;
  onChange: (moment: string | null) => void;
}) {
  const mounted = useMounted();
  return (
    <TextInput
      type="date"
      label={label}
      value={mounted && value ? dayOf(value, end) : ''}
      onChange={(event) => onChange(momentOf(event.currentTarget.value, end))}
    />
  );
}
