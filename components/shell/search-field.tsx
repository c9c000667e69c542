'use client';
import { Kbd, Loader, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { Icon } from './icon';
import classes from './search-field.module.css';

/** A search over the list of the page. “/” takes the focus here. */
export function SearchField({
  label,
  value,
  busy,
  onChange,
  className,
}: {
  label: string;
  value: string;
  busy?: boolean;
  onChange: (value: string) => void;
  className?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      leftSection={<Icon name="search" size={14} />}
      rightSection={busy ? <Loader size={14} /> : value === '' ? <Kbd className={classes.key}>/</Kbd> : null}
      rightSectionPointerEvents="none"
      maxLength={200}
      className={className}
    />
  );
}
