'use client';
import { Badge } from '@mantine/core';
import type { ImportState } from '@/lib/steps';
import { Icon, type IconName } from './icon';
import classes from './state-tag.module.css';

const looks: Record<ImportState, { word: string; icon: IconName; color: string; look: 'tint' | 'plain' | 'outline' }> =
  {
    reading: { word: 'Reading', icon: 'clock', color: 'petrol', look: 'tint' },
    mapping: { word: 'Mapping', icon: 'clock', color: 'petrol', look: 'tint' },
    checking: { word: 'Checking', icon: 'clock', color: 'petrol', look: 'tint' },
    review: { word: 'Review', icon: 'info', color: 'warning', look: 'tint' },
    committing: { word: 'Committing', icon: 'clock', color: 'petrol', look: 'tint' },
    committed: { word: 'Committed', icon: 'check', color: 'create', look: 'plain' },
    failed: { word: 'Failed', icon: 'failed', color: 'failed', look: 'tint' },
    cancelled: { word: 'Cancelled', icon: 'skip', color: 'skip', look: 'outline' },
  };

/** The state of an import as a tag. The normal end stays quiet: no tint. */
export function StateTag({ state }: { state: ImportState }) {
  const { word, icon, color, look } = looks[state];
  return (
    <Badge
      color={color}
      variant={look === 'outline' ? 'outline' : 'light'}
      leftSection={<Icon name={icon} size={13} />}
      className={look === 'tint' ? undefined : classes[look]}
    >
      {word}
    </Badge>
  );
}
