'use client';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './filter-chip.module.css';
import { formatNumber } from './numbers';

/** One filter with its count. At 0 it stays in place and cannot be pressed, unless it is the one in use. */
export function FilterChip({
  label,
  count,
  icon,
  pressed,
  onPress,
}: {
  label: string;
  count?: number;
  icon?: ReactNode;
  pressed: boolean;
  onPress: () => void;
}) {
  return (
    <Button
      variant="default"
      className={classes.chip}
      aria-pressed={pressed}
      disabled={count === 0 && !pressed}
      leftSection={icon}
      onClick={onPress}
    >
      {label}
      {count !== undefined && <b className={classes.count}>{formatNumber(count)}</b>}
    </Button>
  );
}
